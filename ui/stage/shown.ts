import type { GraphIndex } from "../data/graph-index.ts";

/** How many assets the quiet view opens with. */
export const largestCount = 400;
/** Above this many links only those over a border are drawn. */
const linkLimit = 6_000;

export interface ShownRequest {
  readonly extent: "largest" | "all";
  readonly hiddenSectors: readonly string[];
  /** Assets a question touches: they are shown whether large or not, unless their sector is hidden. */
  readonly touched: Iterable<number>;
}

export interface Shown {
  /** 1 where an asset is drawn. */
  readonly assets: Uint8Array;
  readonly count: number;
  readonly extent: ShownRequest["extent"];
  /** Assets that the filter by sector takes away. */
  readonly filtered: number;
}

export function shownAssets(graph: GraphIndex, request: ShownRequest): Shown {
  const assets = new Uint8Array(graph.assetCount);
  if (request.extent === "all") assets.fill(1);
  else for (const asset of graph.byImportance.subarray(0, largestCount)) assets[asset] = 1;
  for (const asset of request.touched) assets[asset] = 1;
  const hidden = new Set(request.hiddenSectors);
  let count = 0;
  let filtered = 0;
  for (let asset = 0; asset < graph.assetCount; asset++) {
    if (hidden.has(graph.sectorOf(asset))) {
      filtered++;
      assets[asset] = 0;
    }
    count += assets[asset] ?? 0;
  }
  return { assets, count, extent: request.extent, filtered };
}

/** A faint line of the picture. */
export interface StageLink {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly crossesBorder: boolean;
}

export interface ShownLinks {
  readonly links: readonly StageLink[];
  /** Links between shown assets that are left out because there are too many. */
  readonly leftOut: number;
}

/**
 * The links between shown assets: all, or where those are too many the ones over a border, up to the limit. The quiet picture leaves
 * out connections that bind nobody.
 */
export function shownLinks(graph: GraphIndex, { assets, extent }: Shown, limit = linkLimit): ShownLinks {
  const { dependencies, connections } = graph.columns;
  const all: StageLink[] = [];
  const add = (key: string, from: number, to: number, crossesBorder: boolean) => {
    if (from >= 0 && from !== to && assets[from] && assets[to]) all.push({ key, from, to, crossesBorder });
  };
  dependencies.id.forEach((_, row) =>
    add(`d${row}`, dependencies.provider[row] ?? -1, dependencies.dependent[row] ?? -1, graph.crossesBorder[row] === 1),
  );
  const unbound = new Set(extent === "largest" ? graph.columns.connectivityOnly : []);
  connections.id.forEach((_, row) => {
    if (unbound.has(connections.commodity[row] ?? -1)) return;
    const from = connections.a[row] ?? -1;
    const to = connections.b[row] ?? -1;
    const states = graph.statesOf(to);
    add(`c${row}`, from, to, !graph.statesOf(from).some((state) => states.includes(state)));
  });
  const links = all.length <= limit ? all : all.filter((link) => link.crossesBorder).slice(0, limit);
  return { links, leftOut: all.length - links.length };
}
