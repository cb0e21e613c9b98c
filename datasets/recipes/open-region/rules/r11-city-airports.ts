import { nearestRule } from "./nearest.ts";

/** R11: the two nearest airports serve a city, those of other States too. Group `air-access`. Confidence 0.8. */
export const r11 = nearestRule({
  id: "R11",
  title: "2 nearest airports to city <= 60 km, over borders too",
  providers: ["airport"],
  dependents: ["city"],
  count: 2,
  reachKm: 60,
  kind: "physical",
  commodity: "air-traffic",
  group: "air-access",
  confidence: [[Number.POSITIVE_INFINITY, 0.8]],
  overBorders: true,
});
