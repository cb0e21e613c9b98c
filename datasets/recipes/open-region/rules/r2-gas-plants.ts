import { plantKind } from "../sources/plant.ts";
import { nearestRule } from "./nearest.ts";

/** R2: the nearest gas node of its State feeds a plant that burns natural gas. Group `gas`. Confidence 0.7 up to 20 km, else 0.5. */
export const r2 = nearestRule({
  id: "R2",
  title: "gas node to gas plant <= 60 km",
  providers: ["gas node", "gas border point"],
  dependents: [plantKind],
  count: 1,
  reachKm: 60,
  kind: "physical",
  commodity: "gas",
  group: "gas",
  confidence: [
    [20, 0.7],
    [Number.POSITIVE_INFINITY, 0.5],
  ],
  accept: ({ subsector }) => subsector === "natural-gas",
});
