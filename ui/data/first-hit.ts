import type { ShownRun } from "./run-view.ts";

/**
 * Hour at which the loss first reached a State in which the scenario itself hits nothing, or null where it never did. Such a State
 * has an asset out, but none of its outages began with a shock.
 */
export function firstHitAbroad(result: ShownRun, statesOf: (id: string) => readonly string[]): number | null {
  const shocked = new Set(
    result.assets
      .filter(({ outages }) => outages.some(({ cause }) => cause === "shock"))
      .flatMap(({ id }) => statesOf(id)),
  );
  const hits = result.states.flatMap(({ code, firstHours }) =>
    firstHours === null || shocked.has(code) ? [] : [firstHours],
  );
  return hits.length === 0 ? null : Math.min(...hits);
}
