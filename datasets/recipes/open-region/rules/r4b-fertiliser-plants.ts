import { feedSteps, nearestRule } from "./nearest.ts";

/** R4b: a substation feeds a fertiliser plant. Group `power`. Confidence by distance: 0.8, 0.6 or 0.4. */
export const r4b = nearestRule({
  id: "R4b",
  title: "nearest substation to fertiliser plant <= 80 km",
  providers: ["substation"],
  dependents: ["fertiliser plant"],
  count: 1,
  reachKm: 80,
  kind: "physical",
  commodity: "electricity",
  group: "power",
  confidence: feedSteps,
});
