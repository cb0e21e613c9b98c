import { feedSteps, nearestRule } from "./nearest.ts";

/** R4: a substation feeds a port. Group `power`. Confidence by distance: 0.8, 0.6 or 0.4. */
export const r4 = nearestRule({
  id: "R4",
  title: "nearest substation to port <= 80 km",
  providers: ["substation"],
  dependents: ["port"],
  count: 1,
  reachKm: 80,
  kind: "physical",
  commodity: "electricity",
  group: "power",
  confidence: feedSteps,
});
