import { ReadError } from "../read-error.ts";
import { loadJson } from "../read-json.ts";
import { CountedIssues } from "./counted-issues.ts";
import { csvObjects } from "./csv-objects.ts";
import type { Format, FormatInput } from "./format.ts";
import {
  assetCells,
  components,
  electricityOf,
  finite,
  type Network,
  networkOf,
  readBuses,
  type Texts,
} from "./pypsa-buses.ts";
import { amountOf, storeKind, supplierKind } from "./pypsa-carriers.ts";
import { pypsaDependencies, pypsaDescription, writePypsa } from "./write-pypsa.ts";

const branches = ["lines.csv", "transformers.csv", "links.csv"] as const;
const atBuses = ["generators.csv", "storage_units.csv", "stores.csv"] as const;

/** A PyPSA network as the folder of CSV files that PyPSA exports: one a component, its name first; power in MW, length in km. */
export const pypsa: Format = {
  id: "pypsa",
  title: "PyPSA network as a CSV folder",
  ending: null,
  async detect({ paths, head }) {
    if (!paths.includes("buses.csv")) return 0;
    const header = (await head("buses.csv")).split(/\r?\n/u, 1)[0] ?? "";
    if (!/^(\u{feff}?"?name"?)?(,|$)/u.test(header)) return 0;
    const others = [...branches, ...atBuses, "network.csv", "snapshots.csv"].filter((file) => paths.includes(file));
    return others.length > 0 ? 0.95 : 0.6;
  },
  read,
  write: (dataset) => Promise.resolve(writePypsa(dataset)),
};

async function read(input: FormatInput): Promise<object | null> {
  const { reading, paths } = input;
  if (!paths.includes("buses.csv")) {
    throw new ReadError("FILE_MISSING", { file: "buses.csv", text: "There is no buses.csv, which a network needs." });
  }
  const counted = new CountedIssues(reading.issues);
  const network = networkOf(input, counted);
  await readBuses(network);
  for (const file of atBuses) await readAtBuses(network, file);
  for (const file of branches) await readBranches(network, file);
  if (paths.includes(pypsaDependencies)) {
    for await (const { row, cells } of csvObjects(input, pypsaDependencies)) {
      await input.rows.add("dependencies", pypsaDependencies, row, cells);
    }
  }
  counted.tell();
  return describe(network);
}

async function describe({ input, carriers }: Network): Promise<object | null> {
  const { files, paths, reading } = input;
  const title = await titleOf(input);
  if (paths.includes(pypsaDescription)) {
    const value = await loadJson(files, pypsaDescription, pypsaDescription, reading.caps);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw new ReadError("FIELD_WRONG_TYPE", { file: pypsaDescription, text: "The description must be an object." });
  }
  const vocabulary = carriers.own.length === 0 ? {} : { vocabulary: { commodities: carriers.own } };
  return title === "" ? vocabulary : { title, description: `PyPSA network ${title}.`, ...vocabulary };
}

/** What the network is called; nothing where it has no name. */
async function titleOf(input: FormatInput): Promise<string> {
  if (!input.paths.includes("network.csv")) return "";
  for await (const { cells } of csvObjects(input, "network.csv", { index: "name", taken: ["name"] }))
    return cells["name"]?.trim() ?? "";
  return "";
}

/** Generators, storage units and stores: assets, each with a connection to its bus. */
async function readAtBuses(network: Network, file: (typeof atBuses)[number]): Promise<void> {
  const size = file === "stores.csv" ? "e_nom" : "p_nom";
  const component = file.replace(/s\.csv$/u, "").replace("_", " ");
  for await (const { row, cells } of components(network, file, ["bus"])) {
    const { name = "", bus = "", carrier = "", [size]: _size, active: _active, ...others } = cells;
    const nominal = finite(network, { file, row, cells }, size);
    const at = network.buses.get(bus);
    if (file === "generators.csv" && name === bus && at?.produces !== undefined) {
      tellOtherSupply(network, row, at.produces, nominal);
      continue;
    }
    const commodity = at?.commodity ?? "electricity";
    const id = network.assetNames.take(name, component);
    const power = nominal !== null && nominal > 0 ? nominal : null;
    // A store gives back only what it took; water that flows into a reservoir is produced.
    const isSource = file === "generators.csv" || (file === "storage_units.csv" && /^hydro/iu.test(carrier));
    const isStore = file === "stores.csv" || (!isSource && !/phs|hydro/iu.test(carrier));
    await network.input.rows.add("assets", file, row, {
      name,
      sector: "energy",
      kind: isStore ? storeKind(commodity) : supplierKind(carrier, commodity),
      produces: isSource ? amountOf(commodity, power) : null,
      ...(power === null ? {} : { capacity: power, unit: size === "e_nom" ? "MWh" : "MW" }),
      ...placeAt(network, bus, others),
      ...assetCells({ ...others, ...(carrier === "" ? {} : { carrier }) }),
      id,
    });
    const connection = network.connectionNames.take(`${id} at ${bus}`, component);
    await network.input.rows.add("connections", `${file}#/connections`, row, {
      id: connection,
      a: id,
      b: bus,
      commodity,
    });
  }
}

function tellOtherSupply({ counted }: Network, row: number, produces: string, power: number | null): void {
  if (Number(electricityOf(produces)) === power) return;
  const text = "Generators that are not what their bus says it produces, which is kept";
  counted.count({ code: "VALUE_REPAIRED", file: "generators.csv", column: "p_nom", text }, row, power);
}

/** The place of a bus for what is at it and states none of its own: assumed. */
function placeAt({ buses }: Network, bus: string, stated: Texts): Texts {
  const found = buses.get(bus)?.place ?? {};
  if (stated["x"] !== undefined || stated["lon"] !== undefined || Object.keys(found).length === 0) return {};
  const place = stated["country"] === undefined ? found : { ...found, states: "" };
  const known = Object.fromEntries(Object.entries(place).filter(([, text]) => text !== ""));
  return { ...known, assumed: Object.keys(known).join("|") };
}

/** Lines, transformers and links are connections; a link from one commodity to another is an asset between two. */
async function readBranches(network: Network, file: (typeof branches)[number]): Promise<void> {
  const { input, counted } = network;
  const size = file === "links.csv" ? "p_nom" : "s_nom";
  const component = file.replace(/s\.csv$/u, "");
  for await (const { row, cells } of components(network, file, ["bus0", "bus1"])) {
    const { name = "", bus0 = "", bus1 = "", length, capacity_unit, active: _active, [size]: _size, ...others } = cells;
    const nominal = finite(network, { file, row, cells }, size);
    const [from, to] = [network.buses.get(bus0)?.commodity, network.buses.get(bus1)?.commodity];
    const power = nominal !== null && nominal > 0 ? nominal : null;
    if (bus0 === bus1) {
      counted.count({ code: "ROWS_LEFT_OUT", file, text: `${file}: rows from a bus to itself are left out` }, row);
    } else if (file === "links.csv" && from !== undefined && to !== undefined && from !== to) {
      await addConverter(network, row, { cells, from, to, power });
    } else {
      await input.rows.add("connections", file, row, {
        id: network.connectionNames.take(name, component),
        a: bus0,
        b: bus1,
        commodity: from ?? "electricity",
        ...(power === null ? {} : { capacity: power, unit: "MW" }),
        ...(capacity_unit === undefined ? {} : { unit: capacity_unit }),
        length_km: length,
        ...(file === "links.csv" ? directionOf(others) : others),
      });
    }
  }
}

/** A link conveys one way unless its least power is below 0. */
function directionOf({ p_min_pu, ...others }: Texts): Readonly<Record<string, unknown>> {
  const least = Number(p_min_pu ?? "0");
  const isPlain = least === 0 || least === -1;
  return { ...(least < 0 ? {} : { directed: true }), ...(isPlain ? {} : { p_min_pu }), ...others };
}

async function addConverter(
  { input, assetNames, connectionNames, ...network }: Network,
  row: number,
  { cells, from, to, power }: { cells: Texts; from: string; to: string; power: number | null },
): Promise<void> {
  const file = "links.csv";
  const { name = "", bus0 = "", bus1 = "", p_nom: _power, active: _active, ...others } = cells;
  const efficiency = finite({ input }, { file, row, cells }, "efficiency") ?? 1;
  const id = assetNames.take(name, "link");
  await input.rows.add("assets", `${file}#/assets`, row, {
    name,
    sector: "energy",
    kind: supplierKind(cells["carrier"] ?? "", to),
    consumes: amountOf(from, power),
    produces: amountOf(to, power === null || efficiency <= 0 ? null : power * efficiency),
    ...(power === null ? {} : { capacity: power, unit: "MW" }),
    ...placeAt({ input, assetNames, connectionNames, ...network }, bus1, others),
    ...assetCells(others),
    id,
  });
  for (const [a, b, commodity] of [
    [bus0, id, from],
    [id, bus1, to],
  ] as const) {
    const connection = connectionNames.take(`${a} to ${b}`, "link");
    await input.rows.add("connections", `${file}#/connections`, row, {
      id: connection,
      a,
      b,
      commodity,
      directed: true,
    });
  }
}
