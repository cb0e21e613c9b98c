import type { Asset } from "../../model/asset.ts";
import { type Attribute, type Table, tableAttributes, tables } from "../../model/attributes.ts";
import type { Dataset } from "../../model/dataset.ts";
import type {
  ColumnCompleteness,
  PartCompleteness,
  SectorCompleteness,
  StateCompleteness,
} from "./data-gaps-result.ts";

/** What is usually known of any asset, whatever its kind. */
const usualColumns = ["lon", "people_served", "restart_hours", "repair_hours", "operator"];
/** Everything that has to be stated is; what a row may have or not, such as a marking, says nothing. */
const told: Readonly<Record<Table, readonly string[]>> = {
  assets: [...usualColumns, "capacity", "confidence"],
  dependencies: ["buffer_hours", "loss", "lag_hours", "method", "distance_km", "confidence", "source"],
  connections: ["capacity", "length_km", "method", "confidence", "source"],
};

type Row = { readonly assumed?: readonly string[] } & object;

/** How often the columns that matter are stated, and assumed. O(rows). */
export function columnCompleteness(dataset: Dataset): ColumnCompleteness[] {
  return tables.flatMap((table) =>
    told[table].map((column) => {
      const rows: readonly Row[] = dataset[table];
      const attribute = attributeOf(table, column);
      const stated = rows.filter((row) => isStated(row, attribute)).length;
      const assumed = rows.filter((row) => row.assumed?.includes(column) === true).length;
      const share = (count: number): number | null => (rows.length === 0 ? null : count / rows.length);
      return { table, column, rows: rows.length, stated: share(stated), assumed: share(assumed) };
    }),
  );
}

/** States by code; an asset of several counts in each. */
export function stateCompleteness({ assets }: Dataset): StateCompleteness[] {
  const all = new Set(assets.map(({ sector }) => sector));
  const groups = grouped(assets, ({ states }) => states.map(({ state }) => state));
  return groups.map(([code, own]) => {
    const sectors = new Set(own.map(({ sector }) => sector));
    const sectorsMissing = [...all].filter((sector) => !sectors.has(sector)).sort();
    return { code, sectors: sectors.size, sectorsMissing, ...partOf(own) };
  });
}

/** Sectors by name. */
export function sectorCompleteness({ assets }: Dataset): SectorCompleteness[] {
  return grouped(assets, ({ sector }) => [sector]).map(([sector, own]) => {
    const states = new Set(own.flatMap((asset) => asset.states.map(({ state }) => state)));
    return { sector, states: states.size, ...partOf(own) };
  });
}

function partOf(assets: readonly Asset[]): PartCompleteness {
  const attributes = usualColumns.map((column) => attributeOf("assets", column));
  let [stated, assumed] = [0, 0];
  for (const asset of assets) {
    for (const attribute of attributes) {
      if (!isStated(asset, attribute)) continue;
      stated += 1;
      if (asset.assumed?.includes(attribute.column) === true) assumed += 1;
    }
  }
  const cells = assets.length * attributes.length;
  return { assets: assets.length, stated: stated / cells, assumed: assumed / cells };
}

function grouped(assets: readonly Asset[], keysOf: (asset: Asset) => readonly string[]): [string, Asset[]][] {
  const groups = new Map<string, Asset[]>();
  for (const asset of assets) {
    for (const key of keysOf(asset)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [asset]);
      else group.push(asset);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function attributeOf(table: Table, column: string): Attribute {
  const found = tableAttributes[table].find((attribute) => attribute.column === column);
  if (found === undefined) throw new Error(`${table} has no column ${column}`);
  return found;
}

function isStated(row: object, { name }: Attribute): boolean {
  return (row as Readonly<Record<string, unknown>>)[name] !== undefined;
}
