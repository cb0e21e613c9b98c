import { nearestRule } from "./nearest.ts";

/** R16: the nearest reservoir of its State gives a hospital water. Group `water`. Weak: confidence 0.3. */
export const r16 = nearestRule({
  id: "R16",
  title: "nearest reservoir to hospital <= 60 km (weak)",
  providers: ["reservoir"],
  dependents: ["hospital"],
  count: 1,
  reachKm: 60,
  kind: "physical",
  commodity: "water",
  group: "water",
  confidence: [[Number.POSITIVE_INFINITY, 0.3]],
});
