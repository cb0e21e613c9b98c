import type { OverlayFile } from "../data/api-types.ts";
import { formatPlural } from "../data/numbers.ts";

/** How much goes with an asset that is removed. */
export function removalText({ remove }: OverlayFile): string {
  const dependencies = remove?.dependencies?.length ?? 0;
  const connections = remove?.connections?.length ?? 0;
  if (dependencies + connections === 0)
    return "Nothing depends on it and it is connected with nothing. It can be undone.";
  const one = dependencies + connections === 1;
  const counted = [
    ...(dependencies > 0 ? [formatPlural(dependencies, "dependency", "dependencies")] : []),
    ...(connections > 0 ? [formatPlural(connections, "connection")] : []),
  ].join(" and ");
  return `With it ${one ? "goes" : "go"} ${counted}. It can be undone.`;
}
