import type { FormatInput } from "./format.ts";

/** What may separate the cells of a table. */
export const delimiters = [",", ";", "\t", "|"] as const;

/** The delimiter that the first line has most of. */
export async function delimiterOf({ files }: Pick<FormatInput, "files">, path: string): Promise<string> {
  for await (const part of files.open(path)) {
    const line = new TextDecoder().decode(part.subarray(0, 65_536)).split(/\r?\n/u, 1)[0] ?? "";
    const counts = delimiters.map((delimiter) => line.split(delimiter).length);
    return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
  }
  return ",";
}
