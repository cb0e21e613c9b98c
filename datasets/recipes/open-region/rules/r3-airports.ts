import { feedSteps, nearestRule } from "./nearest.ts";

/** R3: two substations feed an airport. Group `power`. Confidence by distance: 0.8, 0.6 or 0.4. */
export const r3 = nearestRule({
  id: "R3",
  title: "2 nearest substations to airport <= 80 km",
  providers: ["substation"],
  dependents: ["airport"],
  count: 2,
  reachKm: 80,
  kind: "physical",
  commodity: "electricity",
  group: "power",
  confidence: feedSteps,
});
