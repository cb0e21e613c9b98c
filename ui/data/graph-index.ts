import type { GraphColumns } from "./api-types.ts";

/** The columns of a dataset with what the screen asks of them again and again; made once per dataset, linear in its size. */
export interface GraphIndex {
  readonly columns: GraphColumns;
  readonly assetCount: number;
  readonly dependencyCount: number;
  readonly indexById: ReadonlyMap<string, number>;
  /** State codes of an asset, the largest share first. */
  statesOf(asset: number): readonly string[];
  sectorOf(asset: number): string;
  kindOf(asset: number): string;
  /** The name of an asset; the id itself where there is none of it. */
  nameOf(id: string): string;
  /** 1 where provider and dependent share no State; networks never cross. */
  readonly crossesBorder: Uint8Array;
  /** Dependencies and connections that touch an asset; not those that bind nobody, such as air routes. */
  readonly links: Int32Array;
  /** Assets by number of links, then people served, then id: the order in which they are worth drawing. */
  readonly byImportance: Int32Array;
  readonly stateNames: ReadonlyMap<string, string>;
}

export function indexGraph(columns: GraphColumns): GraphIndex {
  const { assets, dependencies, connections } = columns;
  const assetCount = assets.id.length;
  const links = new Int32Array(assetCount);
  const touch = (asset: number | undefined) => {
    if (asset !== undefined && asset >= 0) links[asset] = (links[asset] ?? 0) + 1;
  };
  for (const column of [dependencies.provider, dependencies.dependent]) column.forEach(touch);
  const unbound = new Set(columns.connectivityOnly);
  connections.commodity.forEach((commodity, row) => {
    if (unbound.has(commodity)) return;
    touch(connections.a[row]);
    touch(connections.b[row]);
  });
  const indexById = new Map(assets.id.map((id, index) => [id, index]));
  return {
    columns,
    assetCount,
    dependencyCount: dependencies.id.length,
    indexById,
    nameOf: (id) => assets.name[indexById.get(id) ?? -1] ?? id,
    statesOf: (asset) => (assets.states[asset] ?? []).map((state) => columns.states[state]?.code ?? "?"),
    sectorOf: (asset) => columns.sectors[assets.sector[asset] ?? -1]?.id ?? "other",
    kindOf: (asset) => columns.kinds[assets.kind[asset] ?? -1]?.id ?? "",
    crossesBorder: borderCrossings(columns),
    links,
    byImportance: importanceOrder(columns, links),
    stateNames: new Map(columns.states.map((state) => [state.code, state.name])),
  };
}

function borderCrossings({ assets, dependencies }: GraphColumns): Uint8Array {
  const crosses = new Uint8Array(dependencies.id.length);
  for (let row = 0; row < crosses.length; row++) {
    const from = assets.states[dependencies.provider[row] ?? -1];
    const to = assets.states[dependencies.dependent[row] ?? -1];
    if (from && to && !from.some((state) => to.includes(state))) crosses[row] = 1;
  }
  return crosses;
}

function importanceOrder({ assets }: GraphColumns, links: Int32Array): Int32Array {
  const order = Int32Array.from(assets.id.keys());
  const people = (asset: number) => assets.peopleServed[asset] ?? 0;
  return order.sort((a, b) => (links[b] ?? 0) - (links[a] ?? 0) || people(b) - people(a) || a - b);
}
