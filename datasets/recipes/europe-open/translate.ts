import type { DroppedRow } from "../recipe.ts";
import type { Draft } from "./draft.ts";
import { linkRules } from "./link-rules.ts";
import { edgesFile, nodesFile, type RawEdge, type RawGraph } from "./raw-graph.ts";
import { stubFeeds } from "./stub-feeds.ts";
import { toAsset } from "./to-asset.ts";
import { toConnection, toDependency } from "./to-link.ts";

/** The raw graph in our words: one asset per node, one connection or dependency per link, and every row left out with its reason. */
export function translate(raw: RawGraph): { draft: Draft; dropped: DroppedRow[] } {
  const dropped: DroppedRow[] = [];
  const draft: Draft = {
    assets: new Map(),
    dependencies: [],
    connections: [],
    rawNodes: new Map(raw.nodes.map((node) => [node.id, node])),
    notes: [],
  };
  for (const node of raw.nodes) {
    const asset = toAsset(node);
    if ("reason" in asset) dropped.push({ file: nodesFile, row: node.row, id: node.id, reason: asset.reason });
    else draft.assets.set(asset.id, asset);
  }
  const stubs = stubFeeds(raw.edges);
  const kept = raw.edges.filter((edge) => {
    const reason = whyNot(edge, draft) ?? stubs.get(edge) ?? null;
    if (reason === null) return true;
    dropped.push({ file: edgesFile, row: edge.row, id: `${edge.source.id}>${edge.sink.id}`, reason });
    return false;
  });
  addLinks(draft, kept);
  return { draft, dropped };
}

/** Why a link cannot be used, or null where it can. */
function whyNot(edge: RawEdge, draft: Draft): string | null {
  const rule = linkRules[edge.rule];
  if (rule === undefined) return `unknown rule ${edge.rule}`;
  for (const end of [edge.source, edge.sink]) if (!draft.assets.has(end.id)) return `its end ${end.id} was dropped`;
  return rule.as === "dependency" ? (rule.refuse?.(edge) ?? null) : null;
}

function addLinks(draft: Draft, edges: readonly RawEdge[]): void {
  const groupOf = (edge: RawEdge): string => `${edge.rule} ${edge.sink.id}`;
  const alternatives = new Map<string, number>();
  for (const edge of edges) alternatives.set(groupOf(edge), (alternatives.get(groupOf(edge)) ?? 0) + 1);
  for (const edge of edges) {
    const rule = linkRules[edge.rule];
    if (rule?.as === "connection") draft.connections.push(toConnection(edge, rule));
    else if (rule?.as === "dependency") {
      draft.dependencies.push(toDependency(edge, rule, alternatives.get(groupOf(edge)) ?? 1));
    }
  }
}
