import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Dataset } from "../../analyzer/index.ts";
import type { Format } from "../../datasets/formats/foreign/format.ts";
import { type ForeignOptions, type ForeignOutcome, readForeign } from "../../datasets/formats/foreign/read-foreign.ts";
import { openPath } from "../../datasets/open-path.ts";

const folder = "../shared/data";

/** Why a raw file or folder cannot be read, or null where it is there. */
export function rawMissing(path: string): string | null {
  return existsSync(`${folder}/${path}`) ? null : `no ${folder}/${path}`;
}

/** A raw file as it is, to count in what a reader should find. */
export function rawText(path: string): Promise<string> {
  return readFile(`${folder}/${path}`, "utf8");
}

/** The rows of a raw CSV file as another parser has them. */
export async function rawRows(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  return parse<Readonly<Record<string, string>>>(await rawText(path), { columns: true });
}

/** Reads a raw file or folder. */
export async function readRaw(
  format: Format,
  path: string,
  options: Partial<ForeignOptions> = {},
): Promise<ForeignOutcome> {
  const files = await openPath(`${folder}/${path}`);
  return readForeign(files, format, {
    retrieved: "2026-01-01",
    description: { licence: "as stated there" },
    ...options,
  });
}

/** The dataset, or an error that names the first errors in its place. */
export function wholeDataset({ dataset, issues }: ForeignOutcome): Dataset {
  if (dataset !== null) return dataset;
  const errors = issues.filter(({ severity }) => severity === "error");
  throw new Error(`${errors.length} errors: ${JSON.stringify(errors.slice(0, 3))}`);
}
