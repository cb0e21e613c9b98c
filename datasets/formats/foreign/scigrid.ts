import type { IssueList } from "../issue-list.ts";
import { formatIssue } from "../read-error.ts";
import { repairCountryByPlace } from "./country-repair.ts";
import { CountedIssues } from "./counted-issues.ts";
import { delimiterOf } from "./csv-delimiter.ts";
import { csvObjects } from "./csv-objects.ts";
import type { Format, FormatInput } from "./format.ts";
import { numberCell } from "./number-cell.ts";
import { onlyFile } from "./only-file.ts";
import { parsePython } from "./python-literal.ts";
import { type LineEnd, statesOverLines } from "./states-over-lines.ts";

const required = ["id", "node_id", "lat", "long", "country_code"];
const hoursOfDay = 24;

/** Pipe segments of SciGRID_gas as one CSV file, with cells of two ends as lists of Python: nodes are assets, segments connections. */
export const scigrid: Format = {
  id: "scigrid",
  title: "SciGRID_gas pipe segments",
  ending: ".csv",
  async detect({ paths, head }) {
    const [path, ...others] = paths.filter((each) => /\.csv$/iu.test(each));
    if (path === undefined || others.length > 0) return 0;
    const header = (await head(path)).split(/\r?\n/u, 1)[0]?.split(/[,;]/u) ?? [];
    return required.every((name) => header.includes(name)) ? 0.95 : 0;
  },
  read,
  write: null,
};

interface Pipes {
  readonly file: string;
  readonly counted: CountedIssues;
  readonly issues: IssueList;
  readonly nodes: Map<string, LineEnd>;
  readonly segments: (readonly [string, string])[];
}

/** An end of a segment as its row has it. */
interface End {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly code: string;
}

async function read(input: FormatInput): Promise<object | null> {
  const { issues } = input.reading;
  const file = onlyFile(input, /\.csv$/iu);
  const pipes: Pipes = { file, issues, counted: new CountedIssues(issues), nodes: new Map(), segments: [] };
  const delimiter = await delimiterOf(input, file);
  for await (const { row, cells } of csvObjects(input, file, { required, delimiter })) {
    const ends = endsOf(pipes, row, cells);
    if (ends === null) continue;
    for (const end of ends) addNode(pipes, row, end);
    await addSegment(input, pipes, row, { cells, ends });
  }
  const states = statesOverLines(pipes.nodes, pipes.segments, (row) => {
    const text = "Nodes at sea are taken to be of the State of the nearest node on land";
    pipes.counted.count({ code: "VALUE_REPAIRED", file, column: "country_code", text }, row);
  });
  for (const [id, { row, state, lon, lat }] of pipes.nodes) {
    const found = states.get(id);
    const assumed = state === null && found !== undefined ? "states" : null;
    const cells = { id, sector: "energy", kind: "gas node", states: found, assumed, lon, lat };
    await input.rows.add("assets", `${file}#/nodes`, row, cells);
  }
  pipes.counted.tell();
  return null;
}

/** The two ends of a segment, or null where its cells are no lists of them, which is told. */
function endsOf(
  { file, issues, counted }: Pipes,
  row: number,
  cells: Readonly<Record<string, string>>,
): [End, End] | null {
  const refuse = (column: string, text: string): null => {
    issues.add(formatIssue("LITERAL_MALFORMED", { file, row, column, value: cells[column], text }));
    return null;
  };
  const lists: (readonly unknown[])[] = [];
  for (const column of ["node_id", "lat", "long", "country_code"]) {
    const list = parsePython(cells[column] ?? "");
    if (!Array.isArray(list) || list.length < 2)
      return refuse(column, `${column} must be a list of both ends, such as [1, 2].`);
    lists.push(list);
  }
  const [ids = [], lats = [], lons = [], codes = []] = lists;
  if (ids.length !== 2) return refuse("node_id", "node_id must be a list of two ids.");
  if (lats.length !== lons.length) return refuse("long", "long must have as many numbers as lat.");
  if (lats.length > 2) {
    const text = "Courses of segments are not read, only their ends";
    counted.count({ code: "PART_NOT_READ", file, column: "lat", text }, row);
  }
  const end = (at: 0 | -1): End | null => {
    const [id, lat, lon, code] = [ids.at(at), lats.at(at), lons.at(at), codes.at(at)];
    if (typeof lat !== "number" || typeof lon !== "number")
      return refuse("lat", "lat and long must be lists of numbers.");
    if (typeof id !== "string" || id === "") return refuse("node_id", "node_id must be a list of texts.");
    return { id, lat, lon, code: typeof code === "string" ? code : "" };
  };
  const [from, to] = [end(0), end(-1)];
  return from === null || to === null ? null : [from, to];
}

function addNode({ file, counted, nodes }: Pipes, row: number, { id, lon, lat, code }: End): void {
  const known = nodes.get(id);
  if (known === undefined) {
    const state = repairCountryByPlace(counted, { file, row, column: "country_code", code, lon, lat });
    nodes.set(id, { row, state, lon, lat });
  } else if (known.lon !== lon || known.lat !== lat) {
    const text = "Nodes that a later segment has elsewhere stay in their first place";
    counted.count({ code: "VALUE_REPAIRED", file, column: "lat", text }, row, id);
  }
}

async function addSegment(
  { rows }: FormatInput,
  { file, issues, counted, segments }: Pipes,
  row: number,
  { cells, ends: [from, to] }: { cells: Readonly<Record<string, string>>; ends: [End, End] },
): Promise<void> {
  if (from.id === to.id) {
    counted.count({ code: "ROWS_LEFT_OUT", file, text: "Segments from a node to itself are left out" }, row);
    return;
  }
  segments.push([from.id, to.id]);
  const {
    id,
    name,
    is_bothDirection: both = "",
    Capacity_GWh_h: _capacity,
    node_id: _ids,
    lat: _lats,
    long: _longs,
    country_code: _codes,
    source_id: sources = "",
    ...others
  } = cells;
  const perHour = numberCell(issues, cells["Capacity_GWh_h"], { file, row, column: "Capacity_GWh_h" });
  const bothWays = numberCell(issues, both, { file, row, column: "is_bothDirection" });
  const sourceIds = parsePython(sources);
  await rows.add("connections", file, row, {
    id,
    a: from.id,
    b: to.id,
    commodity: "gas",
    directed: bothWays === null ? null : bothWays === 0,
    ...(perHour === null ? {} : { capacity: perHour * hoursOfDay, unit: "GWh/d" }),
    x_name: name,
    x_source_id: Array.isArray(sourceIds) ? sourceIds.join("|") : sources,
    ...Object.fromEntries(Object.entries(others).map(([key, text]) => [key === "length_km" ? key : `x_${key}`, text])),
  });
}
