import { shareNoState } from "../data/loss-links.ts";
import { useExplore } from "../screens/explore-context.ts";

/** Says that a link goes over a border. */
export function ForeignMark({ a, b }: { readonly a: string; readonly b: string }) {
  const { graph } = useExplore();
  const from = graph.indexById.get(a);
  const to = graph.indexById.get(b);
  if (from === undefined || to === undefined || !shareNoState(graph, from, to)) return null;
  return <span className="abroad">across the border</span>;
}
