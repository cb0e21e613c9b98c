import { type Moment, availabilityNow, potentialAt } from "./plain-engine-instant.ts";
import type { Levels } from "./plain-engine-network.ts";
import { reachable } from "./plain-engine-system.ts";
import { levelAt } from "./plain-engine-history.ts";

/**
 * The loops that hold each other down at the end of a run (model.md section 2, Stuck): assets that no shock holds, with
 * potential below 1, strongly connected among themselves, whose potentials would all be 1 if all of them were at 1. A
 * part of a loop that something else holds down as well is taken off until the rest fits. Sorted by id.
 */
export function stuckLoops(moment: Moment, levels: Levels): string[][] {
  const held = [...moment.system.assets.keys()].filter(
    (id) => availabilityNow(moment, id) > 1 - 1e-9 && potentialAt(moment, id, levels) < 1 - 1e-9,
  );
  const open = stronglyConnected(moment, held);
  const stuck: string[][] = [];
  for (const loop of open) {
    const freed = loop.filter((id) => potentialWith(moment, id, loop, levels) > 1 - 1e-9);
    if (freed.length === loop.length) stuck.push(loop.sort());
    else open.push(...stronglyConnected(moment, freed));
  }
  return stuck.sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

function potentialWith(moment: Moment, id: string, loop: readonly string[], levels: Levels): number {
  const raised = new Map([...levels, ...loop.map((member) => [member, 1] as const)]);
  return potentialAt(moment, id, raised, (provider, at) =>
    loop.includes(provider) ? 1 : levelAt(moment.level.get(provider) ?? [], at),
  );
}

/** The loops of two or more assets that support each other using no others. */
function stronglyConnected(moment: Moment, ids: readonly string[]): string[][] {
  const inside = new Map(
    ids.map((id) => [id, new Set(ids.filter((other) => moment.system.supports.get(id)?.has(other)))]),
  );
  const loops = ids.map((id) =>
    ids.filter((other) => reachable(inside, id).has(other) && reachable(inside, other).has(id)),
  );
  return loops.filter((loop, index) => loop.length > 1 && loop[0] === ids[index]);
}
