import { nearestRule } from "./nearest.ts";

/** R10: a port ships what a fertiliser plant makes. Group `sea-access`. Confidence 0.4. */
export const r10 = nearestRule({
  id: "R10",
  title: "port to fertiliser plant <= 100 km",
  providers: ["port"],
  dependents: ["fertiliser plant"],
  count: 1,
  reachKm: 100,
  kind: "physical",
  commodity: "sea-freight",
  group: "sea-access",
  confidence: [[Number.POSITIVE_INFINITY, 0.4]],
});
