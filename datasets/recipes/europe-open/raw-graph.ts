import { join } from "node:path";
import { RecipeError } from "../recipe-error.ts";
import { type RawRow, readRawRows } from "./raw-rows.ts";

/** A node of `merged-eu-open/nodes.csv`: an asset in the words of the raw file, at its raw place. */
export interface RawNode {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly subtype: string;
  readonly state: string;
  readonly lon: number;
  readonly lat: number;
  readonly capacity: number | null;
  readonly unit: string;
  readonly source: string;
  readonly sourceId: string;
  readonly licence: string;
  /** The name was made up from type, voltage and the nearest city. */
  readonly nameDerived: boolean;
}

/** A link of `merged-eu-open/edges.csv`, whether conveyance or dependency; `source` supplies `sink`. */
export interface RawEdge {
  readonly row: number;
  readonly source: RawNode;
  readonly sink: RawNode;
  readonly type: string;
  readonly observed: boolean;
  /** The rule's short name, the first word of the raw text: `O1`, `R3`, `R4b`. */
  readonly rule: string;
  readonly distanceKm: number;
  readonly provenance: string;
  readonly confidence: number;
  /** In `unit`: kV of a line, GWh/h of a pipe. */
  readonly capacity: number | null;
}

/** The merged raw set, in the order of its files. */
export interface RawGraph {
  readonly nodes: readonly RawNode[];
  readonly edges: readonly RawEdge[];
}

const nodeColumns = "id name sector subtype country lat lon capacity unit source source_id licence name_derived";
const edgeColumns = "source_asset target_asset type method rule distance_km provenance confidence capacity unit";

/** Names of the two raw files, relative to the folder of raw files. */
export const nodesFile = "merged-eu-open/nodes.csv";
export const edgesFile = "merged-eu-open/edges.csv";

/** Reads `merged-eu-open` from the folder of raw files. Throws `RecipeError`; linear in the number of rows. */
export async function readRawGraph(from: string): Promise<RawGraph> {
  const nodes = new Map<string, RawNode>();
  for await (const raw of readRawRows(join(from, nodesFile), nodeColumns.split(" "))) {
    const node = toNode(raw);
    if (nodes.has(node.id)) throw unknown(nodesFile, raw.row, "id", `${node.id}, which is there twice`);
    nodes.set(node.id, node);
  }
  const edges: RawEdge[] = [];
  for await (const raw of readRawRows(join(from, edgesFile), edgeColumns.split(" "))) edges.push(toEdge(raw, nodes));
  return { nodes: [...nodes.values()], edges };
}

function toNode({ row, cells }: RawRow): RawNode {
  return {
    row,
    id: text(cells, "id"),
    name: text(cells, "name"),
    sector: text(cells, "sector"),
    subtype: text(cells, "subtype"),
    state: text(cells, "country"),
    lon: number(nodesFile, row, cells, "lon"),
    lat: number(nodesFile, row, cells, "lat"),
    capacity: text(cells, "capacity") === "" ? null : number(nodesFile, row, cells, "capacity"),
    unit: text(cells, "unit"),
    source: text(cells, "source"),
    sourceId: text(cells, "source_id"),
    licence: text(cells, "licence"),
    nameDerived: text(cells, "name_derived") === "1",
  };
}

function toEdge({ row, cells }: RawRow, nodes: ReadonlyMap<string, RawNode>): RawEdge {
  const end = (column: string): RawNode => {
    const node = nodes.get(text(cells, column));
    if (node === undefined) throw unknown(edgesFile, row, column, text(cells, column));
    return node;
  };
  const rule = text(cells, "rule").split(" ", 1)[0] ?? "";
  return {
    row,
    source: end("source_asset"),
    sink: end("target_asset"),
    type: text(cells, "type"),
    observed: text(cells, "method") === "observed",
    rule,
    distanceKm: number(edgesFile, row, cells, "distance_km"),
    provenance: text(cells, "provenance"),
    confidence: number(edgesFile, row, cells, "confidence"),
    capacity: text(cells, "capacity") === "" ? null : number(edgesFile, row, cells, "capacity"),
  };
}

function text(cells: Readonly<Record<string, string>>, column: string): string {
  return cells[column]?.trim() ?? "";
}

function number(file: string, row: number, cells: Readonly<Record<string, string>>, column: string): number {
  const value = text(cells, column);
  const parsed = Number(value);
  if (value === "" || !Number.isFinite(parsed)) throw unknown(file, row, column, value);
  return parsed;
}

function unknown(file: string, row: number, column: string, value: string): RecipeError {
  return new RecipeError("RECIPE_VALUE_UNKNOWN", `${file}, row ${row}, ${column}: cannot use "${value}"`, file);
}
