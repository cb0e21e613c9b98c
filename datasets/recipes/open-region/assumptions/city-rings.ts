import { compareIds } from "../../../../analyzer/index.ts";
import { assetOf, type Draft, roundedKm } from "../draft.ts";
import { islandsOf } from "../islands.ts";

/**
 * A5: where the two feeds of a city are on grids that the data do not join, the city's own distribution ring joins the two
 * substations: an assumed connection between them. Without it the city alone would hold two grids together, and its loss
 * would cut them.
 */
export function assumeCityRings(draft: Draft): void {
  const grid = draft.connections.filter((row) => row.ruleId !== "R6");
  const islandOf = new Map(
    islandsOf(grid, "electricity").flatMap((island, index) => island.map((id) => [id, index] as const)),
  );
  const feedsOf = new Map<string, string[]>();
  for (const { a, b, ruleId } of draft.connections) {
    if (ruleId === "R6") feedsOf.set(b, [...(feedsOf.get(b) ?? []), a].sort(compareIds));
  }
  const rings = new Set<string>();
  for (const [first, second] of feedsOf.values()) {
    if (first === undefined || second === undefined || islandOf.get(first) === islandOf.get(second)) continue;
    const id = `A5:${first}~${second}`;
    if (rings.has(id)) continue;
    rings.add(id);
    draft.connections.push({
      id,
      a: first,
      b: second,
      commodity: "electricity",
      lengthKm: roundedKm(assetOf(draft, first), assetOf(draft, second)),
      method: "inferred",
      ruleId: "A5",
      confidence: 0.4,
      source: "authored",
      assumed: ["a", "b"],
    });
  }
  draft.notes.push(`A5: ${rings.size} assumed connections between grids that feed one city`);
}
