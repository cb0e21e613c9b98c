import type { GraphIndex } from "../data/graph-index.ts";
import type { RunView } from "../data/run-view.ts";

export const assetColumns = ["name", "sector", "kind", "states", "links", "people", "first", "outage"] as const;
export type AssetColumn = (typeof assetColumns)[number];

export interface AssetOrder {
  readonly column: AssetColumn;
  readonly descending: boolean;
}

/** Columns of a run; without one they are not there. */
export const runColumns: ReadonlySet<AssetColumn> = new Set(["first", "outage"]);

type Value = string | number | null;

function valueOf(graph: GraphIndex, run: RunView | null, column: AssetColumn, asset: number): Value {
  const { assets } = graph.columns;
  const outcome = run?.byId.get(assets.id[asset] ?? "");
  const values: Readonly<Record<AssetColumn, () => Value>> = {
    name: () => assets.name[asset] ?? "",
    sector: () => graph.sectorOf(asset),
    kind: () => graph.kindOf(asset),
    states: () => graph.statesOf(asset).join(" "),
    links: () => graph.links[asset] ?? 0,
    people: () => assets.peopleServed[asset] ?? null,
    first: () => outcome?.firstHours ?? null,
    outage: () => outcome?.outageHours ?? null,
  };
  return values[column]();
}

export interface AssetFilter {
  readonly hiddenSectors: readonly string[];
  readonly disruptedOnly: boolean;
}

/** Asset indexes that pass the filter, in order; what has no value comes last either way, ties by id. */
export function assetRows(
  graph: GraphIndex,
  run: RunView | null,
  filter: AssetFilter,
  order: AssetOrder,
): readonly number[] {
  const hidden = new Set(filter.hiddenSectors);
  const rows: { asset: number; value: Value }[] = [];
  for (let asset = 0; asset < graph.assetCount; asset++) {
    if (hidden.has(graph.sectorOf(asset))) continue;
    if (filter.disruptedOnly && !run?.byId.has(graph.columns.assets.id[asset] ?? "")) continue;
    rows.push({ asset, value: valueOf(graph, run, order.column, asset) });
  }
  const sign = order.descending ? -1 : 1;
  rows.sort((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null) || a.asset - b.asset;
    return sign * (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) || a.asset - b.asset;
  });
  return rows.map(({ asset }) => asset);
}
