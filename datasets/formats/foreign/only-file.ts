import { ReadError } from "../read-error.ts";
import type { FormatInput } from "./format.ts";

/** The one file of that ending. Throws ReadError where there is none, or more than one. */
export function onlyFile({ files, paths }: Pick<FormatInput, "files" | "paths">, ending: RegExp): string {
  const found = paths.length === 1 ? paths : paths.filter((path) => ending.test(path));
  const [path] = found;
  if (found.length === 1 && path !== undefined) return path;
  const text = `The format is one file; ${found.length} of ${paths.length} files could be it.`;
  throw new ReadError("FILE_KIND_UNKNOWN", { file: files.name, text });
}
