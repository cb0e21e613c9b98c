import { nearestRule } from "./nearest.ts";

/** R12: a port serves a city. Group `sea-access`. Confidence 0.6. */
export const r12 = nearestRule({
  id: "R12",
  title: "port to city <= 60 km",
  providers: ["port"],
  dependents: ["city"],
  count: 1,
  reachKm: 60,
  kind: "physical",
  commodity: "sea-freight",
  group: "sea-access",
  confidence: [[Number.POSITIVE_INFINITY, 0.6]],
});
