import { formatIssue } from "../read-error.ts";
import { csvObjects } from "./csv-objects.ts";
import type { CountedIssues } from "./counted-issues.ts";
import type { FormatInput } from "./format.ts";
import { FreeNames } from "./free-names.ts";
import { numberCell } from "./number-cell.ts";
import { amountOf, Carriers } from "./pypsa-carriers.ts";

export type Texts = Readonly<Record<string, string>>;

/** What is known of a bus when the rows at it are read. */
interface Bus {
  readonly commodity: string;
  /** The cell `produces`, where the bus states it. */
  readonly produces: string | undefined;
  readonly place: Texts;
}

/** What the readers of all components share. */
export interface Network {
  readonly input: FormatInput;
  readonly counted: CountedIssues;
  readonly carriers: Carriers;
  readonly buses: Map<string, Bus>;
  readonly assetNames: FreeNames;
  readonly connectionNames: FreeNames;
}

export function networkOf(input: FormatInput, counted: CountedIssues): Network {
  const names = { assetNames: new FreeNames(), connectionNames: new FreeNames() };
  return { input, counted, carriers: new Carriers(), buses: new Map(), ...names };
}

/** Rows of the table of a component that are in use, without the cells that are empty; none where there is no such file. */
export async function* components(
  { input, counted }: Network,
  file: string,
  required: readonly string[],
): AsyncGenerator<{ row: number; cells: Texts }> {
  if (!input.paths.includes(file)) return;
  for await (const { row, cells } of csvObjects(input, file, { index: "name", required: ["name", ...required] })) {
    const filled = Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== ""));
    const lacking = ["name", ...required].find((name) => filled[name] === undefined);
    if (lacking !== undefined) {
      const text = `${lacking} is required.`;
      input.reading.issues.add(formatIssue("VALUE_MISSING", { file, row, column: lacking, text }));
    } else if (/^(false|0|0\.0)$/iu.test(filled["active"] ?? "")) {
      counted.count({ code: "ROWS_LEFT_OUT", file, text: "Rows that are not active are left out" }, row);
    } else {
      yield { row, cells: filled };
    }
  }
}

/** The number in a cell; null where there is none, and where it is infinite: without a limit. */
export function finite(
  { input }: Pick<Network, "input">,
  { file, row, cells }: { file: string; row: number; cells: Texts },
  column: string,
): number | null {
  const text = cells[column];
  if (text !== undefined && /^[+-]?(inf|infinity|nan)$/iu.test(text.trim())) return null;
  const value = numberCell(input.reading.issues, text, { file, row, column });
  return value !== null && Number.isFinite(value) ? value : null;
}

/** Cells of an asset under the names of ours: the name of the index is the id, so that of the asset has another. */
export function assetCells({ name: id, asset_name, capacity_unit, unit, x, y, country, ...others }: Texts): Texts {
  const isCode = /^[A-Z]{2}$/u.test(country ?? "") && others["states"] === undefined;
  const cells = {
    id,
    name: asset_name,
    lon: x,
    lat: y,
    unit: capacity_unit,
    x_unit: unit,
    ...(isCode ? { states: country } : { x_country: country }),
    ...others,
  };
  return Object.fromEntries(Object.entries(cells).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])));
}

/** Reads the loads, which are no assets but what buses consume, and then the buses. */
export async function readBuses(network: Network): Promise<void> {
  const { input, counted, carriers, buses, assetNames } = network;
  const loads = await readLoads(network);
  const file = "buses.csv";
  for await (const { row, cells } of components(network, file, [])) {
    const { name = "", carrier = "" } = cells;
    const commodity = carriers.commodity(carrier);
    const load = loads.get(name);
    loads.delete(name);
    const found = assetCells(cells);
    const { lon, lat, ...others } = found;
    const isNowhere = Number(lon) === 0 && Number(lat) === 0 && cells["asset_name"] === undefined;
    if (isNowhere) {
      const text = "Buses at 0, 0 are taken to have no place";
      counted.count({ code: "VALUE_REPAIRED", file, column: "x", text }, row, lon);
    }
    if (load !== undefined) tellOtherLoad(network, row, others["consumes"], load.amount);
    const stated = isNowhere ? others : found;
    assetNames.take(name, "bus");
    const place = Object.fromEntries(
      Object.entries(stated).filter(([key]) => key === "lon" || key === "lat" || key === "states"),
    );
    buses.set(name, { commodity, produces: others["produces"], place });
    await input.rows.add("assets", file, row, {
      sector: "energy",
      kind: load === undefined ? "junction" : "substation",
      consumes: load === undefined ? null : amountOf(commodity, load.amount),
      ...stated,
    });
  }
  for (const { row } of loads.values()) {
    const text = "Buses that loads are at and that there are not";
    counted.count({ code: "ROWS_LEFT_OUT", file: "loads.csv", text }, row);
  }
}

function tellOtherLoad({ counted }: Network, row: number, consumes: string | undefined, amount: number | null): void {
  if (consumes === undefined || Number(electricityOf(consumes)) === amount) return;
  const text = "Loads that are not what the bus says it consumes, which is kept";
  counted.count({ code: "VALUE_REPAIRED", file: "buses.csv", column: "consumes", text }, row, consumes);
}

/** The amount of electricity in a cell of `produces` or `consumes`, as text. */
export function electricityOf(amounts: string): string | undefined {
  return amounts
    .split("|")
    .find((amount) => amount.startsWith("electricity:"))
    ?.slice("electricity:".length);
}

/** What the loads at each bus sum up to; null where one of them is not known, as those are that change with time. */
async function readLoads(network: Network): Promise<Map<string, { amount: number | null; row: number }>> {
  const loads = new Map<string, { amount: number | null; row: number }>();
  const file = "loads.csv";
  for await (const { row, cells } of components(network, file, ["bus"])) {
    const { name: _name, bus = "", p_set: _load, active: _active, ...others } = cells;
    for (const column of Object.keys(others)) {
      const text = `Cells of ${column}, which the bus of a load has no place for, are not read`;
      network.counted.count({ code: "PART_NOT_READ", file, column, text }, row);
    }
    const amount = finite(network, { file, row, cells }, "p_set") ?? 0;
    if (amount < 0) {
      const text = "Loads below 0 neither consume nor produce";
      network.counted.count({ code: "VALUE_REPAIRED", file, column: "p_set", text }, row, amount);
      continue;
    }
    const known = loads.get(bus);
    const before = known === undefined ? 0 : known.amount;
    loads.set(bus, { amount: amount === 0 || before === null ? null : before + amount, row: known?.row ?? row });
  }
  return loads;
}
