import type { CountedIssues } from "./counted-issues.ts";
import type { FormatInput } from "./format.ts";
import { above0, inService, nameOf, ownCells, type PandapowerNet, type PandapowerRow } from "./pandapower-tables.ts";

export const branches = ["line", "trafo", "dcline", "impedance"] as const;
const ends: { readonly [branch in (typeof branches)[number]]: readonly [string, string] } = {
  line: ["from_bus", "to_bus"],
  trafo: ["hv_bus", "lv_bus"],
  dcline: ["from_bus", "to_bus"],
  impedance: ["from_bus", "to_bus"],
};

/** What the readers of all tables share. */
export interface Grid {
  readonly input: FormatInput;
  readonly file: string;
  readonly net: PandapowerNet;
  readonly counted: CountedIssues;
  /** All buses by their index. */
  readonly all: ReadonlyMap<string, PandapowerRow>;
}

/** Whether a bus is out of service. */
export function isOut({ all }: Grid, bus: unknown): boolean {
  return all.get(String(bus))?.cells["in_service"] === false;
}

/** Reads the rows of a table that connect two buses. */
export async function readBranches(grid: Grid, table: (typeof branches)[number]): Promise<void> {
  const { file, net, counted } = grid;
  const element = { line: "l", trafo: "t", dcline: "", impedance: "" }[table];
  const open = new Set(
    (net.tables.get("switch") ?? [])
      .filter(({ cells }) => cells["closed"] === false && cells["et"] === element)
      .map(({ cells }) => String(cells["element"])),
  );
  for (const found of inService(net, table, file, counted)) {
    const [from, to] = ends[table];
    if (open.has(found.index)) {
      const text = "Rows with an open switch are left out";
      counted.count({ code: "ROWS_LEFT_OUT", file: `${file}#/${table}`, text }, found.row);
      continue;
    }
    const { cells } = found;
    const used = [from, to, "length_km", ...(table === "dcline" ? ["max_p_mw"] : [])];
    await connect(grid, table, found, {
      id: `${table}-${found.index}`,
      a: cells[from],
      b: cells[to],
      capacity: capacityOf(grid, table, cells),
      more: { length_km: cells["length_km"], x_name: nameOf(cells), ...ownCells(cells, used) },
    });
  }
}

/** Megawatts at unity power factor: what current and voltage, or apparent power, allow. Null where not stated. */
function capacityOf({ all }: Grid, table: (typeof branches)[number], cells: PandapowerRow["cells"]): number | null {
  const parallel = above0(cells["parallel"]) ?? 1;
  if (table === "dcline") return above0(cells["max_p_mw"]);
  if (table !== "line") return scaled(above0(cells["sn_mva"]), parallel);
  const bus = all.get(String(cells["from_bus"]));
  const [current, voltage] = [above0(cells["max_i_ka"]), above0(bus?.cells["vn_kv"])];
  const derating = above0(cells["df"]) ?? 1;
  return current === null || voltage === null ? null : Math.sqrt(3) * current * voltage * parallel * derating;
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}

/** Reads transformers of three windings as two connections from the highest, and closed switches between buses. */
export async function readOthers(grid: Grid): Promise<void> {
  const { file, net, counted } = grid;
  const open = new Set(
    (net.tables.get("switch") ?? [])
      .filter(({ cells }) => cells["closed"] === false && cells["et"] === "t3")
      .map(({ cells }) => `${String(cells["element"])} at ${String(cells["bus"])}`),
  );
  for (const found of inService(net, "trafo3w", file, counted)) {
    const { cells, index, row } = found;
    for (const side of ["mv", "lv"]) {
      if (["hv_bus", `${side}_bus`].some((end) => open.has(`${index} at ${String(cells[end])}`))) {
        const text = "Windings with an open switch are left out";
        counted.count({ code: "ROWS_LEFT_OUT", file: `${file}#/trafo3w`, text }, row);
        continue;
      }
      await connect(grid, "trafo3w", found, {
        id: `trafo3w-${index}-${side}`,
        a: cells["hv_bus"],
        b: cells[`${side}_bus`],
        capacity: above0(cells[`sn_${side}_mva`]),
        more: { x_name: nameOf(cells), ...ownCells(cells, ["hv_bus", "mv_bus", "lv_bus"]) },
      });
    }
  }
  for (const found of net.tables.get("switch") ?? []) {
    const { cells, index, row } = found;
    if (cells["et"] !== "b") continue;
    if (cells["closed"] === false) {
      const text = "Open switches between buses are left out";
      counted.count({ code: "ROWS_LEFT_OUT", file: `${file}#/switch`, text }, row);
      continue;
    }
    const more = { x_name: nameOf(cells), ...ownCells(cells, ["bus", "element", "et", "closed"]) };
    await connect(grid, "switch", found, {
      id: `switch-${index}`,
      a: cells["bus"],
      b: cells["element"],
      capacity: null,
      more,
    });
  }
}

async function connect(
  grid: Grid,
  table: string,
  { row }: PandapowerRow,
  branch: { id: string; a: unknown; b: unknown; capacity: number | null; more: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { input, file, counted } = grid;
  const { id, a, b, capacity, more } = branch;
  if (isOut(grid, a) || isOut(grid, b) || a === b) {
    const text =
      a === b ? "Rows from a bus to itself are left out" : "Connections to buses out of service are left out";
    counted.count({ code: "ROWS_LEFT_OUT", file: `${file}#/${table}`, text }, row);
    return;
  }
  await input.rows.add("connections", `${file}#/${table}`, row, {
    id,
    a: `bus-${String(a)}`,
    b: `bus-${String(b)}`,
    commodity: "electricity",
    ...(capacity === null ? {} : { capacity, unit: "MW" }),
    ...more,
  });
}
