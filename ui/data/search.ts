import type { GraphIndex } from "./graph-index.ts";

/** What a search found. */
export type Hit =
  | {
      readonly kind: "asset";
      readonly id: string;
      readonly title: string;
      readonly note: string;
      readonly sector: string;
    }
  | { readonly kind: "state"; readonly id: string; readonly title: string; readonly note: string }
  | { readonly kind: "command"; readonly id: string; readonly title: string; readonly note: string };

export interface Found {
  readonly hits: readonly Hit[];
  /** How many more there are. */
  readonly others: number;
}

/** Something the search box can do besides finding. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** Lower case without accents, so that `koln` finds Köln. */
export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Folded names and ids, made once per dataset. */
export interface SearchIndex {
  readonly graph: GraphIndex;
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

export function indexSearch(graph: GraphIndex): SearchIndex {
  const { id, name } = graph.columns.assets;
  return { graph, names: name.map(foldText), ids: id.map(foldText) };
}

/** 0 no match; the higher the better: the id itself, start of the name, start of a word, anywhere. */
function score(name: string, id: string, wanted: string): number {
  if (id === wanted) return 5;
  if (name === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  const at = name.indexOf(wanted);
  if (at > 0 && /[^\p{L}\p{N}]/u.test(name.charAt(at - 1))) return 2;
  return at >= 0 || id.includes(wanted) ? 1 : 0;
}

/** Finds States, assets (better matches first, then the more important) and commands. Linear in assets. */
export function search(index: SearchIndex, commands: readonly Command[], text: string, limit = 25): Found {
  const wanted = foldText(text.trim());
  if (wanted === "") return { hits: commands.map((command) => ({ kind: "command", ...command })), others: 0 };
  const states = index.graph.columns.states
    .filter(({ code, name }) => code.toLowerCase() === wanted || score(foldText(name), "", wanted) > 1)
    .map((state): Hit => ({ kind: "state", id: state.code, title: state.name, note: `State ${state.code}` }));
  const ranked: { asset: number; score: number; order: number }[] = [];
  index.graph.byImportance.forEach((asset, order) => {
    const points = score(index.names[asset] ?? "", index.ids[asset] ?? "", wanted);
    if (points > 0) ranked.push({ asset, score: points, order });
  });
  ranked.sort((a, b) => b.score - a.score || a.order - b.order);
  const matching = commands.filter((command) => foldText(command.title).includes(wanted));
  const room = Math.max(0, limit - states.length);
  return {
    hits: [
      ...states,
      ...ranked.slice(0, room).map(({ asset }) => assetHit(index.graph, asset)),
      ...matching.map((command): Hit => ({ kind: "command", ...command })),
    ],
    others: Math.max(0, ranked.length - room),
  };
}

function assetHit(graph: GraphIndex, asset: number): Hit {
  const id = graph.columns.assets.id[asset] ?? "";
  const note = [graph.kindOf(asset), graph.statesOf(asset).join(", "), id].join(" · ");
  return { kind: "asset", id, title: graph.columns.assets.name[asset] ?? id, note, sector: graph.sectorOf(asset) };
}
