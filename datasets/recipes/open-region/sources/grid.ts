import { parseHstore } from "../../../formats/foreign/hstore.ts";
import { otherStateCodes } from "../../../states.ts";
import type { RawFiles } from "../../raw-files.ts";
import { type RawRow, readRawRows } from "../../raw-rows.ts";

/** A station of the grid: all its buses stand in one place. A joint is where lines meet outside of any station. */
export interface Station {
  readonly id: string;
  /** The State its tags name; empty for a joint, whose tags are empty. */
  readonly state: string;
  readonly lon: number;
  readonly lat: number;
  /** The highest of its buses; 0 where none is stated. */
  readonly kv: number;
  readonly symbol: string;
  readonly isJoint: boolean;
  readonly rows: readonly RawRow[];
}

/** A line between two stations in service; of direct current where it has no voltage. */
export interface Branch {
  readonly a: string;
  readonly b: string;
  readonly kv: number | null;
  readonly circuits: number;
  readonly row: RawRow;
}

export interface Grid {
  readonly stations: ReadonlyMap<string, Station>;
  readonly branches: readonly Branch[];
}

const quoted = { quote: "'", escape: "'" } as const;

/**
 * Reads a GridKit extract: buses as stations, and lines, links of direct current and converters between them. What is under
 * construction is left out. Transformers join buses of one station and are not read.
 */
export async function readGrid(raw: RawFiles, folder: string): Promise<Grid> {
  const stations = new Map<string, Station & { rows: RawRow[] }>();
  const stationOfBus = new Map<string, string>();
  const columns = ["bus_id", "station_id", "voltage", "symbol", "tags", "x", "y"];
  for await (const row of readRawRows(raw, `${folder}/buses.csv`, columns, quoted)) {
    const id = row.text("station_id");
    stationOfBus.set(row.text("bus_id"), id);
    const known = stations.get(id);
    const kv = Math.max(known?.kv ?? 0, row.number("voltage") ?? 0);
    if (known !== undefined) {
      known.rows.push(row);
      stations.set(id, { ...known, kv });
      continue;
    }
    const symbol = row.text("symbol");
    const [lon, lat] = [row.need("x"), row.need("y")];
    stations.set(id, { id, state: stateOf(row), lon, lat, kv, symbol, isJoint: symbol === "joint", rows: [row] });
  }
  const branches: Branch[] = [];
  for (const name of ["lines", "links", "converters"]) {
    for await (const row of readRawRows(raw, `${folder}/${name}.csv`, ["bus0", "bus1"], quoted)) {
      const branch = toBranch(row, stationOfBus);
      if (branch !== null) branches.push(branch);
    }
  }
  return { stations, branches };
}

function stateOf(row: RawRow): string {
  const tags = parseHstore(row.text("tags"));
  if (tags === null) throw row.unusable("tags");
  const code = tags.get("country") ?? "";
  // The extract writes PA for Palestine; it has nothing of Panama.
  return code === "PA" ? "PS" : (otherStateCodes.get(code) ?? code);
}

function toBranch(row: RawRow, stationOfBus: ReadonlyMap<string, string>): Branch | null {
  if (/^t(rue)?$/iu.test(row.text("under_construction"))) {
    row.leaveOut("under construction");
    return null;
  }
  const [a, b] = ["bus0", "bus1"].map((column) => {
    const station = stationOfBus.get(row.text(column));
    if (station === undefined) throw row.unusable(column);
    return station;
  });
  if (a === undefined || b === undefined || a === b) {
    row.leaveOut("both ends in one station");
    return null;
  }
  return { a, b, kv: row.number("voltage"), circuits: row.number("circuits") ?? 1, row };
}
