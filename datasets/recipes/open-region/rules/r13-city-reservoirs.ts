import { nearestRule } from "./nearest.ts";

/** R13: the two nearest reservoirs of its State give a city water, each a half. Group `water`. Weak: confidence 0.3. */
export const r13 = nearestRule({
  id: "R13",
  title: "2 nearest reservoirs to city <= 80 km (weak)",
  providers: ["reservoir"],
  dependents: ["city"],
  count: 2,
  reachKm: 80,
  kind: "physical",
  commodity: "water",
  group: "water",
  confidence: [[Number.POSITIVE_INFINITY, 0.3]],
  inParts: true,
});
