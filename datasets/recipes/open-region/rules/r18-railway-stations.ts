import { feedSteps, nearestRule } from "./nearest.ts";

/** R18: two substations feed a main railway station. Group `power`. Confidence by distance: 0.8, 0.6 or 0.4. */
export const r18 = nearestRule({
  id: "R18",
  title: "2 nearest substations to railway station <= 60 km",
  providers: ["substation"],
  dependents: ["railway station"],
  count: 2,
  reachKm: 60,
  kind: "physical",
  commodity: "electricity",
  group: "power",
  confidence: feedSteps,
});
