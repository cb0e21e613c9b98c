import { formatIssue, ReadError } from "../read-error.ts";
import { loadJson } from "../read-json.ts";
import { CountedIssues } from "./counted-issues.ts";
import type { Format, FormatInput } from "./format.ts";
import { onlyFile } from "./only-file.ts";
import { branches, type Grid, isOut, readBranches, readOthers } from "./pandapower-branches.ts";
import { above0, inService, nameOf, ownCells, pandapowerNet, placeIn } from "./pandapower-tables.ts";

const suppliers = ["gen", "sgen", "ext_grid", "storage"] as const;
const readTables: readonly string[] = ["bus", "load", "switch", "trafo3w", ...branches, ...suppliers];
/** Parts of the grid that no row is made of. */
const leftOut = [
  "shunt",
  "ward",
  "xward",
  "motor",
  "asymmetric_load",
  "asymmetric_sgen",
  "tcsc",
  "svc",
  "vsc",
  "bus_dc",
  "line_dc",
];
/** A pandapower network as JSON; power in MW, length in km. Places only where the column `geo` has them as GeoJSON. */
export const pandapower: Format = {
  id: "pandapower",
  title: "pandapower network as JSON",
  ending: ".json",
  async detect({ paths, head }) {
    const [path] = paths;
    if (paths.length !== 1 || path === undefined || !/\.json$/iu.test(path)) return 0;
    return /"_class"\s*:\s*"pandapowerNet"/u.test(await head(path)) ? 0.97 : 0;
  },
  read,
  write: null,
};

async function read(input: FormatInput): Promise<object | null> {
  const { reading } = input;
  const file = onlyFile(input, /\.json$/iu);
  const net = pandapowerNet(await loadJson(input.files, file, file, reading.caps), file, reading.caps);
  const buses = net.tables.get("bus");
  if (buses === undefined) {
    throw new ReadError("FIELD_MISSING", { file, column: "bus", text: "The network has no table bus." });
  }
  const grid: Grid = {
    input,
    file,
    net,
    counted: new CountedIssues(reading.issues),
    all: new Map(buses.map((bus) => [bus.index, bus])),
  };
  await readBuses(grid);
  for (const table of suppliers) await readSuppliers(grid, table);
  for (const table of branches) await readBranches(grid, table);
  await readOthers(grid);
  for (const table of leftOut) {
    for (const { row } of net.tables.get(table) ?? []) {
      const text = `Rows of ${table} have no place in a dataset`;
      grid.counted.count({ code: "ROWS_LEFT_OUT", file: `${file}#/${table}`, text }, row);
    }
  }
  const unread = [...net.tables]
    .filter(([name, rows]) => rows.length > 0 && !readTables.includes(name) && !leftOut.includes(name))
    .map(([name]) => name);
  if (unread.length > 0) {
    const text = `Tables of results, costs and drawings are not read: ${unread.join(", ")}.`;
    reading.issues.add(formatIssue("PART_NOT_READ", { file, text }));
  }
  grid.counted.tell();
  return net.name === "" ? null : { title: net.name, description: `pandapower network ${net.name}.` };
}

async function readBuses({ input, file, net, counted }: Grid): Promise<void> {
  const loads = new Map<string, number | null>();
  for (const { row, cells } of inService(net, "load", file, counted)) {
    const [bus, power, scaling] = [String(cells["bus"]), cells["p_mw"], cells["scaling"] ?? 1];
    const amount = typeof power === "number" && typeof scaling === "number" ? power * scaling : null;
    if (amount !== null && amount < 0) {
      const text = "Loads below 0 neither consume nor produce";
      counted.count({ code: "VALUE_REPAIRED", file: `${file}#/load`, column: "p_mw", text }, row, power);
    } else if (amount !== 0) {
      const before = loads.has(bus) ? (loads.get(bus) ?? null) : 0;
      loads.set(bus, amount === null || before === null ? null : before + amount);
    }
  }
  for (const { row, index, cells } of inService(net, "bus", file, counted)) {
    const place = placeIn(cells["geo"], `${file}#/bus`, input.reading.caps);
    const load = loads.get(index);
    await input.rows.add("assets", `${file}#/bus`, row, {
      id: `bus-${index}`,
      name: nameOf(cells),
      sector: "energy",
      kind: load === undefined ? "junction" : "substation",
      consumes: load === undefined ? null : amountOf(load),
      ...place,
      x_voltage_kv: cells["vn_kv"],
      ...ownCells(cells, place === null ? ["vn_kv"] : ["vn_kv", "geo"]),
    });
  }
}

function amountOf(megawatts: number | null): string {
  return megawatts === null ? "electricity" : `electricity:${megawatts}`;
}

/** Generators, the grid beyond and storage: assets, each with a connection to its bus, whose place they have. */
async function readSuppliers(grid: Grid, table: (typeof suppliers)[number]): Promise<void> {
  const { input, file, net, counted, all } = grid;
  for (const { row, index, cells } of inService(net, table, file, counted)) {
    const id = `${table}-${index}`;
    const place = placeIn(all.get(String(cells["bus"]))?.cells["geo"], `${file}#/bus`, input.reading.caps);
    const isStorage = table === "storage";
    const size = above0(isStorage ? cells["max_e_mwh"] : (cells["max_p_mw"] ?? cells["p_mw"]));
    const isPlant = table === "gen" || table === "sgen";
    await input.rows.add("assets", `${file}#/${table}`, row, {
      id,
      name: nameOf(cells),
      sector: "energy",
      kind: isPlant ? "power plant" : "power supply",
      // A store gives back only what it took.
      produces: isStorage ? null : amountOf(size),
      ...(size === null ? {} : { capacity: size, unit: isStorage ? "MWh" : "MW" }),
      ...(place === null ? {} : { ...place, assumed: "lon|lat" }),
      ...ownCells(cells, ["bus"]),
    });
    if (isOut(grid, cells["bus"])) {
      const text = "Connections to buses out of service are left out";
      counted.count({ code: "ROWS_LEFT_OUT", file: `${file}#/${table}-connections`, text }, row);
    } else {
      const connection = { id: `${id}-bus`, a: id, b: `bus-${String(cells["bus"])}`, commodity: "electricity" };
      await input.rows.add("connections", `${file}#/${table}-connections`, row, connection);
    }
  }
}
