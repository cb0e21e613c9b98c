import { assetOf, type Draft, roundedKm } from "../draft.ts";
import type { Route } from "../sources/airports.ts";

/**
 * O3: a scheduled route is a connection of air traffic, as observed. It has no producer, so it binds nobody: it counts in
 * measures of connectivity only. Confidence 1. Source: `air-routes`.
 */
export function joinAirRoutes(draft: Draft, routes: readonly Route[]): void {
  for (const [a, b] of routes) {
    draft.connections.push({
      id: `O3:${a}~${b}`,
      a,
      b,
      commodity: "air-traffic",
      lengthKm: roundedKm(assetOf(draft, a), assetOf(draft, b)),
      method: "observed",
      ruleId: "O3",
      confidence: 1,
      source: "air-routes",
    });
  }
}
