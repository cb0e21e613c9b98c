import { formatIssue, ReadError } from "../read-error.ts";
import { repairCountry } from "./country-repair.ts";
import { CountedIssues } from "./counted-issues.ts";
import { csvObjects } from "./csv-objects.ts";
import type { Format, FormatInput } from "./format.ts";
import { FreeNames } from "./free-names.ts";
import { parseHstore } from "./hstore.ts";
import { numberCell } from "./number-cell.ts";
import { type LineEnd, statesOverLines } from "./states-over-lines.ts";

const branches = ["line", "link", "transformer", "converter"] as const;

/** Columns that a row is made of; each file has some of them. */
const taken = (
  "bus_id station_id voltage dc symbol under_construction tags x y bus0 bus1 circuits length underground geometry " +
  "line_id link_id transformer_id converter_id generator_id technology capacity"
).split(" ");

/** A grid as GridKit extracts it from a map: CSV files with the quote `'`, tags as hstore and places as WKT; lengths in m. */
export const gridkit: Format = {
  id: "gridkit",
  title: "GridKit extract of a grid",
  ending: null,
  async detect({ paths, head }) {
    if (!paths.includes("buses.csv")) return 0;
    const header = (await head("buses.csv")).split(/\r?\n/u, 1)[0] ?? "";
    return /^\u{feff}?bus_id,station_id,voltage\b/u.test(header) ? 0.97 : 0;
  },
  read,
  write: null,
};

type Texts = Readonly<Record<string, string>>;

interface Bus extends LineEnd {
  readonly cells: Readonly<Record<string, unknown>>;
}

interface Grid {
  readonly input: FormatInput;
  readonly counted: CountedIssues;
  /** Those in use. */
  readonly buses: Map<string, Bus>;
  /** Those under construction. */
  readonly future: Set<string>;
  readonly lines: (readonly [string, string])[];
}

/** A row of a file with its tags taken apart; those that say nothing are left out. */
interface Row {
  readonly file: string;
  readonly row: number;
  readonly cells: Texts;
  readonly tags: Texts;
  readonly number: (column: string) => number | null;
}

async function read(input: FormatInput): Promise<object | null> {
  const { paths, reading } = input;
  if (!paths.includes("buses.csv")) {
    throw new ReadError("FILE_MISSING", { file: "buses.csv", text: "There is no buses.csv, which a grid needs." });
  }
  const counted = new CountedIssues(reading.issues);
  const grid: Grid = { input, counted, buses: new Map(), future: new Set(), lines: [] };
  await readBuses(grid);
  for (const branch of branches) await readBranches(grid, branch);
  const states = statesOverLines(grid.buses, grid.lines, (row) => {
    const text = "Buses at sea are taken to be of the State of the nearest bus on land";
    counted.count({ code: "VALUE_REPAIRED", file: "buses.csv", column: "tags", text }, row);
  });
  for (const [id, { row, cells, state }] of grid.buses) {
    const found = states.get(id);
    const assumed = state === null && found !== undefined ? "states" : null;
    await input.rows.add("assets", "buses.csv", row, { ...cells, states: found, assumed });
  }
  await readGenerators(grid, states);
  counted.tell();
  return null;
}

async function* rowsOf({ input }: Grid, file: string, required: readonly string[]): AsyncGenerator<Row> {
  if (!input.paths.includes(file)) return;
  const { issues } = input.reading;
  for await (const { row, cells } of csvObjects(input, file, { quote: "'", required, taken })) {
    const parsed = parseHstore(cells["tags"] ?? "");
    if (parsed === null) {
      const text = 'tags must be pairs such as "country"=>"DE", joined by commas.';
      issues.add(formatIssue("LITERAL_MALFORMED", { file, row, column: "tags", value: cells["tags"], text }));
    }
    const tags = [...(parsed ?? [])].filter(([, text]) => text.trim() !== "" && text !== "None");
    const number = (column: string): number | null => numberCell(issues, cells[column], { file, row, column });
    yield { file, row, cells, tags: Object.fromEntries(tags), number };
  }
}

async function readBuses(grid: Grid): Promise<void> {
  const { counted, buses, future, input } = grid;
  for await (const { file, row, cells, tags, number } of rowsOf(grid, "buses.csv", ["bus_id", "x", "y"])) {
    const { bus_id = "", station_id, dc, symbol = "" } = cells;
    if (isFuture(cells["under_construction"])) {
      counted.count({ code: "ROWS_LEFT_OUT", file, text: "Buses under construction are left out" }, row);
      future.add(bus_id);
      continue;
    }
    if (bus_id === "" || buses.has(bus_id)) {
      const text = bus_id === "" ? "bus_id is required." : `There are two buses ${bus_id}: keep one.`;
      input.reading.issues.add(formatIssue("VALUE_MISSING", { file, row, column: "bus_id", value: bus_id, text }));
      continue;
    }
    const [lon, lat] = [number("x"), number("y")];
    buses.set(bus_id, {
      row,
      lon,
      lat,
      state: stateOf(grid, { file, row, tags, lon, lat }),
      cells: {
        id: `bus-${bus_id}`,
        sector: "energy",
        kind: symbol === "joint" ? "junction" : /converter/iu.test(symbol) ? "converter station" : "substation",
        lon,
        lat,
        x_voltage_kv: cells["voltage"],
        x_station_id: station_id,
        x_dc: dc,
        x_symbol: symbol,
        ...ownTags(tags),
      },
    });
  }
}

function isFuture(text: string | undefined): boolean {
  return /^(t|true|1)$/iu.test(text?.trim() ?? "");
}

function stateOf(
  { counted }: Grid,
  { tags, ...place }: { file: string; row: number; tags: Texts; lon: number | null; lat: number | null },
): string | null {
  const code = tags["country"] ?? "";
  return repairCountry(counted, { ...place, column: "tags", code });
}

/** Tags under the names of ours where they mean the same, else as own columns. */
function ownTags({
  country: _country,
  name,
  TSO,
  under_construction: _future,
  ...others
}: Texts): Readonly<Record<string, unknown>> {
  // -1 says that it is not known.
  const known = Object.entries(others).filter(([, text]) => text !== "-1");
  return { name, operator: TSO, ...Object.fromEntries(known.map(([key, text]) => [`x_${key}`, text])) };
}

async function readBranches(grid: Grid, branch: (typeof branches)[number]): Promise<void> {
  const { input, counted, buses, future, lines } = grid;
  const names = new FreeNames();
  for await (const { file, row, cells, tags, number } of rowsOf(grid, `${branch}s.csv`, ["bus0", "bus1"])) {
    const { bus0 = "", bus1 = "", geometry = "", circuits, underground } = cells;
    const leaveOut = (text: string): void => counted.count({ code: "ROWS_LEFT_OUT", file, text }, row);
    if (isFuture(cells["under_construction"])) leaveOut("Connections under construction are left out");
    else if (future.has(bus0) || future.has(bus1)) leaveOut("Connections to buses under construction are left out");
    else if (bus0 === bus1) leaveOut("Connections from a bus to itself are left out");
    else {
      if (geometry !== "") {
        const text = "Courses of connections are not read, only their ends";
        counted.count({ code: "PART_NOT_READ", file, column: "geometry", text }, row);
      }
      if (buses.has(bus0) && buses.has(bus1)) lines.push([bus0, bus1]);
      const metres = number("length");
      const { name: _name, operator, ...own } = ownTags(tags);
      const power = Number(tags["MW"] ?? Number.NaN);
      await input.rows.add("connections", file, row, {
        id: names.take(`${branch}-${cells[`${branch}_id`] ?? row}`, "further"),
        a: `bus-${bus0}`,
        b: `bus-${bus1}`,
        commodity: "electricity",
        length_km: metres === null ? null : metres / 1000,
        ...(power > 0 && power < Infinity ? { capacity: power, unit: "MW" } : {}),
        x_voltage_kv: cells["voltage"],
        x_circuits: circuits,
        x_underground: underground,
        x_operator: operator,
        ...own,
      });
    }
  }
}

async function readGenerators(grid: Grid, states: ReadonlyMap<string, string>): Promise<void> {
  const { input, counted, future } = grid;
  for await (const { file, row, cells, tags, number } of rowsOf(grid, "generators.csv", ["generator_id", "bus_id"])) {
    const { generator_id = "", bus_id = "", technology = "", geometry = "" } = cells;
    if (isFuture(tags["under_construction"])) {
      counted.count({ code: "ROWS_LEFT_OUT", file, text: "Generators under construction are left out" }, row);
      continue;
    }
    const [lon, lat] = pointOf(geometry);
    const stated = stateOf(grid, { file, row, tags, lon, lat });
    const near = stated === null && lon === null ? states.get(bus_id) : undefined;
    // -1 and 0 both say that it is not known.
    const capacity = number("capacity") ?? 0;
    const sized = capacity > 0 ? { capacity, unit: "MW" } : {};
    const amount = capacity > 0 ? `electricity:${capacity}` : "electricity";
    const id = `generator-${generator_id}`;
    await input.rows.add("assets", file, row, {
      id,
      sector: "energy",
      subsector: technology,
      kind: kindOf(technology),
      states: stated ?? near,
      assumed: near === undefined ? null : "states",
      lon,
      lat,
      produces: /phase shifter|converter|pure pump/iu.test(technology) ? null : amount,
      ...sized,
      ...ownTags(tags),
    });
    if (future.has(bus_id)) {
      const text = "Generators stand alone whose bus is under construction";
      counted.count({ code: "ROWS_LEFT_OUT", file: `${file}#/connections`, text }, row);
      continue;
    }
    const connection = { id: `${id}-bus`, a: id, b: `bus-${bus_id}`, commodity: "electricity" };
    await input.rows.add("connections", `${file}#/connections`, row, connection);
  }
}

function kindOf(technology: string): string {
  if (/nuclear/iu.test(technology)) return "nuclear power plant";
  if (/hydro/iu.test(technology)) return "hydro power plant";
  if (/phase shifter/iu.test(technology)) return "substation";
  return /converter/iu.test(technology) ? "converter station" : "power plant";
}

/** Longitude and latitude of a point in WKT: `POINT(39.7 21.9)`. */
function pointOf(text: string): readonly [number, number] | readonly [null, null] {
  const [, lon, lat] = /^\s*POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)\s*$/iu.exec(text) ?? [];
  const place = [Number(lon ?? Number.NaN), Number(lat ?? Number.NaN)] as const;
  return place.every((degrees) => Number.isFinite(degrees)) ? place : [null, null];
}
