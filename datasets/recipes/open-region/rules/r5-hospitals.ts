import { feedSteps, nearestRule } from "./nearest.ts";

/** R5: a substation feeds a hospital. Group `power`. Confidence by distance: 0.8, 0.6 or 0.4. */
export const r5 = nearestRule({
  id: "R5",
  title: "nearest substation to hospital <= 60 km",
  providers: ["substation"],
  dependents: ["hospital"],
  count: 1,
  reachKm: 60,
  kind: "physical",
  commodity: "electricity",
  group: "power",
  confidence: feedSteps,
});
