import { catalogue } from "../../../analyzer/index.ts";
import { workOf } from "../../../api/jobs/work-of.ts";
import { madeUpAnalyses } from "./made-up-analyses.ts";

export default workOf([...catalogue, ...madeUpAnalyses]);
