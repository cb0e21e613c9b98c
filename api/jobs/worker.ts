import { catalogue } from "../../analyzer/index.ts";
import { workOf } from "./work-of.ts";

/** The program of the threads: every analysis of the catalogue. */
export default workOf(catalogue);
