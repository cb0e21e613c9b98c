import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../project-folder.ts";
import { contractText } from "./contract.ts";

const path = join(projectFolder(), "ui", "data", "contract.gen.ts");
await writeFile(path, await contractText());
process.stderr.write(`wrote ${path}\n`);
