import { nearestRule } from "./nearest.ts";

/** R8: the nearest gas node of its State gives a fertiliser plant its feedstock. Group `gas`. Confidence 0.7. */
export const r8 = nearestRule({
  id: "R8",
  title: "gas node to fertiliser plant <= 80 km",
  providers: ["gas node", "gas border point"],
  dependents: ["fertiliser plant"],
  count: 1,
  reachKm: 80,
  kind: "physical",
  commodity: "gas",
  group: "gas",
  confidence: [[Number.POSITIVE_INFINITY, 0.7]],
});
