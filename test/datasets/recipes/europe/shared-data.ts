import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

/** The folder of public raw files beside the project; it is not part of the repository. */
const sharedDataFolder = fileURLToPath(new URL("../../../../../shared/data/", import.meta.url));

/** Why the comparison cannot run, or null where the folder is there. */
export const whySkipped: string | null = existsSync(sharedDataFolder)
  ? null
  : `${sharedDataFolder} is not there: the facts are not compared with public raw files`;

/** The path of a raw file. */
export function sharedFile(path: string): string {
  return join(sharedDataFolder, path);
}

/** All rows of a raw file with a header. */
export function readShared(path: string, quote = '"'): Record<string, string>[] {
  return parse(readFileSync(sharedFile(path), "utf8"), {
    columns: true,
    bom: true,
    relax_quotes: true,
    quote,
    escape: quote,
  });
}

/** Something a raw file holds: what to call it, where it is, how large. */
export interface Reference {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly amount: number;
}

/** References of rows that state a place; an amount that is not stated is NaN. */
export function references(
  rows: readonly Record<string, string>[],
  columns: { readonly name: string; readonly lon: string; readonly lat: string; readonly amount: string },
): Reference[] {
  return rows
    .filter((row) => row[columns.lon] !== "" && row[columns.lat] !== "")
    .map((row) => ({
      name: row[columns.name] ?? "",
      lon: Number(row[columns.lon]),
      lat: Number(row[columns.lat]),
      amount: Number.parseFloat(row[columns.amount] ?? ""),
    }));
}
