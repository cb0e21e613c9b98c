import { changes, sameLevel } from "./plain-engine-history.ts";
import { availabilityNow, capOf, type Moment, rowLevel } from "./plain-engine-instant.ts";
import type { Levels } from "./plain-engine-network.ts";
import { type PlainGroup, type PlainSystem, reachable } from "./plain-engine-system.ts";

/**
 * Why a potential is below 1 at an instant (model.md section 2, Cause): a shock, or the binding group and in it the
 * provider with the lowest level. The provider is null where the model names it by other means (a network), or where
 * providers at one level fell at times that a lag hides.
 */
export type PlainCause = "shock" | { readonly group: string; readonly provider: string | null };

/**
 * The cause of a potential below 1, with assets at `levels` now and these levels recorded. Null behind a loop: assets of
 * a loop may each be the other's cause, and the model does not say where such a chain begins.
 */
export function plainCause(moment: Moment, id: string, levels: Levels): PlainCause | null {
  const groups = moment.system.groups
    .filter((group) => group.dependent === id)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((group) => ({ group, cap: capOf(moment, group, levels) }));
  const lowest = Math.min(1, ...groups.map(({ cap }) => cap));
  const binding = groups.find(({ cap }) => cap <= lowest + sameLevel)?.group;
  if (binding === undefined || availabilityNow(moment, id) <= lowest + sameLevel) return "shock";
  if (isBehindLoop(moment.system, id)) return null;
  return { group: binding.name, provider: lowestProvider(moment, binding, levels) };
}

/** Whether the asset is in a loop or has one upstream. */
function isBehindLoop({ supports }: PlainSystem, id: string): boolean {
  const isInLoop = (other: string, dependents: ReadonlySet<string>) =>
    [...dependents].some((next) => reachable(supports, next).has(other));
  return [...supports].some(([other, dependents]) => reachable(supports, other).has(id) && isInLoop(other, dependents));
}

function lowestProvider(moment: Moment, group: PlainGroup, levels: Levels): string | null {
  const seen = group.rows.map((row) => ({ row, level: rowLevel(moment, group, row, levels) }));
  const lowest = Math.min(...seen.map(({ level }) => level));
  const tied = seen.filter(({ level }) => level <= lowest + sameLevel).map(({ row }) => row);
  if (tied.some((row) => row.commodity !== null || (tied.length > 1 && row.lag > 0))) return null;
  const fellAt = (id: string) =>
    changes(moment.level.get(id) ?? [], sameLevel).findLast(({ from, to }) => to < from)?.at ?? -1;
  const order = tied.map(({ provider }) => ({ provider, fell: fellAt(provider) }));
  order.sort((a, b) => b.fell - a.fell || (a.provider < b.provider ? -1 : 1));
  return order[0]?.provider ?? null;
}
