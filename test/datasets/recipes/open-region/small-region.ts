import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { countries } from "countries-list";
import { parse } from "csv-parse/sync";
import { createDraft, type Draft, type PlacedAsset } from "../../../../datasets/recipes/open-region/draft.ts";
import type { Region } from "../../../../datasets/recipes/open-region/region.ts";
import { RawFiles } from "../../../../datasets/recipes/raw-files.ts";
import type { RawDialect } from "../../../../datasets/recipes/raw-rows.ts";
import type { DroppedRow, RawFileReport } from "../../../../datasets/recipes/recipe.ts";
import { rawFolder, writeFolder } from "./raw-folder.ts";

/** A region of the States AA and BB that asks for nothing, but for what is changed. */
export function smallRegion(change: Partial<Region> = {}): Region {
  return {
    id: "small",
    title: "Small",
    version: "1.0.0",
    description: "Made up.",
    licence: "CC-BY-4.0",
    states: ["AA", "BB"],
    fringeStates: [],
    sources: {},
    assumptions: [],
    scenarios: [],
    rules: {},
    ...change,
  };
}

/** The codes of all States. */
export const everyState: readonly string[] = Object.keys(countries);

/** An asset of one State at a place; a degree of longitude on the equator is 111.195 km. */
export function asset(
  id: string,
  kind: string,
  lon: number,
  lat: number,
  more: Partial<Pick<PlacedAsset, "capacity" | "peopleServed" | "subsector" | "assumed">> & { state?: string } = {},
): PlacedAsset {
  const { state = "AA", ...columns } = more;
  const states = [{ state, share: 1 }];
  return { id, name: id, sector: "energy", kind, states, lon, lat, source: "authored", ...columns };
}

/** A draft of the small region that holds these assets. */
export function draftOf(assets: readonly PlacedAsset[], change: Partial<Region> = {}): Draft {
  const draft = createDraft(smallRegion(change));
  for (const each of assets) draft.assets.set(each.id, each);
  return draft;
}

/** What a source made of raw files, and what it said of their rows. */
interface Read<T> {
  readonly value: T;
  readonly files: readonly RawFileReport[];
  readonly dropped: readonly DroppedRow[];
}

/** Reads a source from files that are written into a folder of their own. */
export async function readFrom<T>(
  files: Readonly<Record<string, string>>,
  read: (raw: RawFiles) => Promise<T> | T,
): Promise<Read<T>> {
  const folder = await writeFolder(files);
  try {
    return await readFolder(read, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads a source from a folder; from the raw data, where none is named. */
export async function readFolder<T>(read: (raw: RawFiles) => Promise<T> | T, folder = rawFolder): Promise<Read<T>> {
  const raw = new RawFiles(folder);
  const value = await read(raw);
  return { value, files: raw.reports(), dropped: raw.dropped };
}

/** Rows of a raw CSV file, as a parser of its own has them. */
export async function plainRows(file: string, dialect: RawDialect = {}): Promise<Record<string, string>[]> {
  const text = await readFile(join(rawFolder, file), "utf8");
  return parse<Record<string, string>>(text, { columns: true, bom: true, ...dialect });
}

/** What a source throws at files; null where it throws nothing. */
export async function refusal(
  files: Readonly<Record<string, string>>,
  read: (raw: RawFiles) => Promise<unknown>,
): Promise<unknown> {
  return readFrom(files, read).then(
    () => null,
    (error: unknown) => error,
  );
}
