import { parsePython } from "../../../formats/foreign/python-literal.ts";
import { knownState, otherStateCodes, statesAt } from "../../../states.ts";
import type { RawFiles } from "../../raw-files.ts";
import { type RawRow, readRawRows } from "../../raw-rows.ts";

/** An end of a pipe segment. `state` is repaired by the place. */
export interface GasNode {
  readonly id: string;
  readonly state: string;
  readonly lon: number;
  readonly lat: number;
}

/** A pipe segment; `gwhPerHour` is its capacity. */
export interface Segment {
  readonly a: string;
  readonly b: string;
  readonly gwhPerHour: number | null;
  readonly isBothWays: boolean;
  readonly row: RawRow;
}

export interface GasGrid {
  readonly nodes: ReadonlyMap<string, GasNode>;
  readonly segments: readonly Segment[];
}

/** Reads the segments of SciGRID_gas, a CSV file with lists of Python. Throws `RecipeError` where a cell is no such list. */
export async function readGas(raw: RawFiles, file: string): Promise<GasGrid> {
  const nodes = new Map<string, GasNode>();
  const segments: Segment[] = [];
  const columns = ["id", "node_id", "lat", "long", "country_code", "is_bothDirection", "Capacity_GWh_h"];
  for await (const row of readRawRows(raw, file, columns)) {
    const [a, b] = (["first", "last"] as const).map((end) => endOf(row, end));
    if (a === undefined || b === undefined) continue;
    for (const node of [a, b]) if (!nodes.has(node.id)) nodes.set(node.id, node);
    const gwhPerHour = row.number("Capacity_GWh_h");
    segments.push({ a: a.id, b: b.id, gwhPerHour, isBothWays: row.number("is_bothDirection") === 1, row });
  }
  return { nodes, segments };
}

function endOf(row: RawRow, end: "first" | "last"): GasNode {
  const item = (column: string): unknown => {
    const list = parsePython(row.text(column));
    if (!Array.isArray(list) || list.length < 2) throw row.unusable(column);
    return list.at(end === "first" ? 0 : -1);
  };
  const [id, lat, lon, code] = ["node_id", "lat", "long", "country_code"].map(item);
  if (typeof id !== "string" || typeof lat !== "number" || typeof lon !== "number") throw row.unusable("node_id");
  return { id, lon, lat, state: repairedState(typeof code === "string" ? code : "", lon, lat) };
}

/**
 * The State in which a node lies; outside of every outline the one that its row states. Empty on the high seas, where the
 * row states none: such nodes are of no region, so that Nord Stream, out of service since September 2022, joins nothing.
 */
function repairedState(code: string, lon: number, lat: number): string {
  const trimmed = code.trim().toUpperCase();
  const stated = otherStateCodes.get(trimmed) ?? trimmed;
  return statesAt(lon, lat)[0] ?? (knownState(stated) ? stated : "");
}
