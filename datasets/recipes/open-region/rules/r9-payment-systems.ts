import { feedSteps, nearestRule } from "./nearest.ts";

/** R9: two substations feed a payment system. Group `power`. Confidence by distance: 0.8, 0.6 or 0.4. */
export const r9 = nearestRule({
  id: "R9",
  title: "2 nearest substations to payment system <= 80 km",
  providers: ["substation"],
  dependents: ["payment system"],
  count: 2,
  reachKm: 80,
  kind: "physical",
  commodity: "electricity",
  group: "power",
  confidence: feedSteps,
});
