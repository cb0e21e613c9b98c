import { knownState } from "../../states.ts";
import { csvRecords } from "../csv-records.ts";
import { decodeText } from "../decode-text.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import { codeOfName } from "./country-names.ts";
import { CountedIssues } from "./counted-issues.ts";
import type { Format, FormatInput } from "./format.ts";

const airportColumns =
  "id name city country iata icao lat lon altitude_ft utc_offset daylight_saving time_zone type row_source".split(" ");
const leastAirportColumns = 8;
const routeColumns = "airline airline_id from from_id to to_id codeshare stops equipment".split(" ");
const countryColumns = ["name", "code"];

/** Airports and routes of OpenFlights: `.dat` files of CSV without a header, `\N` for what is not known. */
export const openflights: Format = {
  id: "openflights",
  title: "OpenFlights airports and routes",
  ending: ".dat",
  async detect({ paths, head }) {
    const path = find(paths, "airports") ?? (paths.length === 1 ? paths[0] : undefined);
    if (path === undefined || !/\.dat$/iu.test(path)) return 0;
    const [line = ""] = (await head(path)).split(/\r?\n/u, 1);
    return /^\d+,"[^"]*","[^"]*","[^"]*",/u.test(line) ? 0.95 : 0.2;
  },
  read,
  write: null,
};

type Texts = Readonly<Record<string, string>>;

/** Routes from one airport to another, of all airlines. */
interface Route {
  readonly row: number;
  readonly from: string;
  readonly to: string;
  readonly airlines: Set<string>;
  readonly equipment: Set<string>;
  /** How many rows, and how many of them are codeshares. */
  rows: number;
  codeshares: number;
}

function find(paths: readonly string[], name: string): string | undefined {
  return paths.find((path) => new RegExp(`(^|/)${name}(-extended)?\\.dat$`, "iu").test(path));
}

async function read(input: FormatInput): Promise<object | null> {
  const { files, paths, reading } = input;
  const airports = find(paths, "airports") ?? (paths.length === 1 ? paths[0] : undefined);
  if (airports === undefined) {
    throw new ReadError("FILE_MISSING", { file: files.name, text: "There is no airports.dat among them." });
  }
  const counted = new CountedIssues(reading.issues);
  const known = await readAirports(input, counted, airports, await readCountries(input));
  const routes = find(paths, "routes");
  if (routes !== undefined) await readRoutes(input, counted, routes, known);
  counted.tell();
  return null;
}

/** The rows of a file by the names of its columns; cells of `\N` are empty. One with fewer cells than `least` is told. */
async function* rowsOf(
  { files, reading: { caps, issues } }: FormatInput,
  file: string,
  columns: readonly string[],
  least = columns.length,
): AsyncGenerator<{ row: number; cells: Texts }> {
  const text = decodeText(files.open(file), file, caps.fileBytes);
  for await (const { row, cells } of csvRecords(text, file, caps)) {
    if (cells.length < least || cells.length > columns.length) {
      const said = `The row has ${cells.length} cells; ${least} to ${columns.length} are needed.`;
      issues.add(formatIssue("CSV_ROW_LENGTH", { file, row, text: said }));
      continue;
    }
    // Their own sign for an apostrophe within quotes.
    const texts = cells.map((cell) => (cell === "\\N" ? "" : cell.replaceAll("\\'", "'")));
    yield { row, cells: Object.fromEntries(columns.map((name, at) => [name, texts[at] ?? ""])) };
  }
}

async function readCountries(input: FormatInput): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  const file = find(input.paths, "countries");
  if (file === undefined) return codes;
  for await (const { cells } of rowsOf(input, file, [...countryColumns, "other_code"], 2)) {
    if (cells["code"]) codes.set(cells["name"] ?? "", cells["code"]);
  }
  return codes;
}

/** Reads the airports and returns their ids. */
async function readAirports(
  { rows, ...input }: FormatInput,
  counted: CountedIssues,
  file: string,
  codes: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for await (const { row, cells } of rowsOf({ rows, ...input }, file, airportColumns, leastAirportColumns)) {
    const { id = "", name, country = "", lat, lon, type = "", ...others } = cells;
    const code = codes.get(country) ?? "";
    const state = knownState(code) ? code : codeOfName(country);
    if (state === null && country !== "") {
      const text = "Names of countries without a code that is known, where the place says which it is";
      counted.count({ code: "VALUE_REPAIRED", file, column: "country", text }, row, country);
    }
    known.add(id);
    await rows.add("assets", file, row, {
      id: id === "" ? "" : `airport-${id}`,
      name,
      sector: "transport",
      kind: kindOf(type),
      states: state,
      lat,
      lon,
      x_country: country,
      x_type: type,
      ...Object.fromEntries(Object.entries(others).map(([key, text]) => [`x_${key}`, text])),
    });
  }
  return known;
}

function kindOf(type: string): string {
  if (type === "station") return "railway station";
  return type === "port" ? "port" : "airport";
}

async function readRoutes(
  input: FormatInput,
  counted: CountedIssues,
  file: string,
  airports: ReadonlySet<string>,
): Promise<void> {
  const routes = new Map<string, Route>();
  const text =
    "airline_id, from and to of routes are not read: the code of the airline and the ids of the airports are.";
  input.reading.issues.tell(formatIssue("PART_NOT_READ", { file, text }));
  for await (const { row, cells } of rowsOf(input, file, routeColumns)) {
    const { from_id: from = "", to_id: to = "", airline = "", equipment = "", codeshare, stops = "" } = cells;
    const leaveOut = (text: string): void => counted.count({ code: "ROWS_LEFT_OUT", file, text }, row);
    if (!airports.has(from) || !airports.has(to))
      leaveOut("Routes to or from airports that are not in the file are left out");
    else if (from === to) leaveOut("Routes from an airport to itself are left out");
    else if (stops !== "0" && stops !== "") leaveOut("Routes with stops in between are left out");
    else {
      const key = `${from} ${to}`;
      const known = routes.get(key);
      const route = known ?? { row, from, to, airlines: new Set(), equipment: new Set(), rows: 0, codeshares: 0 };
      routes.set(key, route);
      route.airlines.add(airline);
      for (const code of equipment.split(" ")) if (code !== "") route.equipment.add(code);
      route.rows += 1;
      route.codeshares += codeshare === "Y" ? 1 : 0;
    }
    await input.reading.step();
  }
  for (const { row, from, to, airlines, equipment, rows, codeshares } of routes.values()) {
    await input.rows.add("connections", file, row, {
      id: `route-${from}-${to}`,
      a: `airport-${from}`,
      b: `airport-${to}`,
      commodity: "air-traffic",
      directed: true,
      x_airlines: [...airlines].sort().join("|"),
      x_equipment: [...equipment].sort().join("|"),
      x_routes: rows,
      x_codeshares: codeshares,
    });
  }
}
