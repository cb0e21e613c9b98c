import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./project-folder.ts";
import { statedText } from "./stated-text.ts";

/** The version that results carry as `engine`: that of package.json. Read once. */
export const engineVersion: string = readVersion();

function readVersion(): string {
  const text = readFileSync(join(projectFolder(), "package.json"), "utf8");
  const version = statedText(JSON.parse(text), "version");
  if (version === null) throw new Error("package.json states no version");
  return version;
}
