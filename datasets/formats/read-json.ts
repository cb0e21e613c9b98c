import type { Issue } from "../../analyzer/index.ts";
import { type Caps, defaultCaps } from "./caps.ts";
import { decodeText } from "./decode-text.ts";
import type { FileSet } from "./file-set.ts";
import { scanJson } from "./json-scan.ts";
import { ReadError } from "./read-error.ts";

/** The value of a JSON file, or undefined with the issue that says why there is none. Caps on size and depth as for datasets. */
export async function readJson(
  files: FileSet,
  path: string,
  caps: Caps = defaultCaps,
): Promise<{ value: unknown; issues: Issue[] }> {
  try {
    return { value: await loadJson(files, path, path, caps), issues: [] };
  } catch (error) {
    if (error instanceof ReadError) return { value: undefined, issues: [error.issue] };
    throw error;
  }
}

/** The value of a JSON file; `file` is its name in issues. Throws ReadError. Holds the whole text. */
export async function loadJson(files: FileSet, path: string, file: string, caps: Caps): Promise<unknown> {
  const parts: string[] = [];
  for await (const part of decodeText(files.open(path), file, caps.jsonBytes)) parts.push(part);
  return parseJson(parts.join(""), file, caps.jsonDepth);
}

/** The value of a JSON text; `file` is its name in issues. Throws ReadError. */
export function parseJson(text: string, file: string, maxDepth: number): unknown {
  const fault = scanJson(text, maxDepth);
  if (fault?.what === "too deep") {
    const said = `The JSON nests deeper than ${maxDepth} levels, which no dataset does.`;
    throw new ReadError("JSON_TOO_DEEP", { file, row: rowAt(text, fault.at), text: said });
  }
  if (fault !== null) {
    const said = `The key ${fault.key} stands twice in one object: keep one.`;
    throw new ReadError("JSON_KEY_REPEATED", { file, row: rowAt(text, fault.at), column: fault.key, text: said });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(reason)?.[1];
    const row = at === undefined ? null : rowAt(text, Number(at));
    throw new ReadError("JSON_MALFORMED", { file, row, text: `The file is not JSON: ${reason}.` });
  }
}

function rowAt(text: string, at: number): number {
  let row = 1;
  for (let end = text.indexOf("\n"); end !== -1 && end < at; end = text.indexOf("\n", end + 1)) row += 1;
  return row;
}
