import type { FileSet } from "../file-set.ts";
import { ReadError } from "../read-error.ts";
import type { Format, Look } from "./format.ts";
import { csvTables } from "./csv-tables.ts";
import { dependencyTable } from "./dependency-table.ts";
import { electricityMaps } from "./electricity-maps.ts";
import { geojson } from "./geojson.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { gridkit } from "./gridkit.ts";
import { matpower } from "./matpower.ts";
import { neo4jCsv } from "./neo4j-csv.ts";
import { nodeLink } from "./node-link.ts";
import { openflights } from "./openflights.ts";
import { pandapower } from "./pandapower.ts";
import { parquet } from "./parquet.ts";
import { powerplantmatching } from "./powerplantmatching.ts";
import { pypsa } from "./pypsa.ts";
import { scigrid } from "./scigrid.ts";
import { xlsx } from "./xlsx.ts";

/** The formats of others, by title. A new one takes a file of its own, a line here, and a test in the mirror. */
export const foreignFormats: readonly Format[] = [
  csvTables,
  electricityMaps,
  xlsx,
  geojson,
  gexf,
  graphml,
  gridkit,
  matpower,
  neo4jCsv,
  nodeLink,
  openflights,
  pandapower,
  parquet,
  powerplantmatching,
  pypsa,
  scigrid,
  dependencyTable,
];

/** A format that files may be of. */
export interface Guess {
  readonly format: Format;
  /** From 0 to 1. */
  readonly confidence: number;
}

const headBytes = 65_536;

/** What formats the files may be of, the likeliest first; none where they look like nothing known. Never throws ReadError. */
export async function guessFormats(files: FileSet): Promise<readonly Guess[]> {
  const look = await lookAt(files);
  const guesses: Guess[] = [];
  for (const format of foreignFormats) {
    const confidence = look === null ? 0 : await format.detect(look);
    if (confidence > 0) guesses.push({ format, confidence });
  }
  return guesses.sort((a, b) => b.confidence - a.confidence);
}

async function lookAt(files: FileSet): Promise<Look | null> {
  try {
    const heads = new Map<string, Promise<string>>();
    const head = (path: string): Promise<string> => {
      const known = heads.get(path) ?? readHead(files, path);
      heads.set(path, known);
      return known;
    };
    return { paths: await files.list(), head };
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

async function readHead(files: FileSet, path: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of files.open(path)) {
      parts.push(Buffer.from(part));
      size += part.length;
      if (size >= headBytes) break;
    }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
  }
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, headBytes));
}
