import type { Dataset } from "../../model/dataset.ts";
import type { Dependency } from "../../model/dependency.ts";
import type { SingleProvider } from "./data-gaps-result.ts";

/** From this share on, several providers are usual; fewer assets than this tell nothing. */
const usualShare = 0.5;
const fewestAssets = 4;

/**
 * Services with one provider, where most assets of the kind have several of that service: a second one may be missing in the data.
 * The surest first. O(dependencies).
 */
export function singleProviders({ assets, dependencies }: Dataset): SingleProvider[] {
  const kindOf = new Map(assets.map(({ id, kind }) => [id, kind]));
  const groups = new Map<string, Dependency[]>();
  for (const row of dependencies) {
    // A row without a group is a group of its own: another of the same kind of service is no alternative.
    if (row.group === undefined) continue;
    const key = JSON.stringify([row.dependent, row.group]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const counts = new Map<string, { all: number; several: number }>();
  const keyOf = ({ dependent, group }: Dependency): string => JSON.stringify([kindOf.get(dependent), group]);
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    const count = counts.get(keyOf(first)) ?? { all: 0, several: 0 };
    count.all += 1;
    if (others.length > 0) count.several += 1;
    counts.set(keyOf(first), count);
  }
  const found: SingleProvider[] = [];
  for (const [first, ...others] of groups.values()) {
    const count = first === undefined ? undefined : counts.get(keyOf(first));
    if (first === undefined || count === undefined || others.length > 0 || count.all < fewestAssets) continue;
    const shareWithMore = count.several / count.all;
    if (shareWithMore < usualShare) continue;
    found.push({ id: first.dependent, group: first.group ?? "", provider: first.provider, shareWithMore });
  }
  return found.sort((a, b) => b.shareWithMore - a.shareWithMore || order(a.id, b.id) || order(a.group, b.group));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
