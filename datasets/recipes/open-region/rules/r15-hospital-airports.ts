import { nearestRule } from "./nearest.ts";

/** R15: the nearest airport brings patients to a hospital. Group `air-access`. Weak: confidence 0.3. */
export const r15 = nearestRule({
  id: "R15",
  title: "airport to hospital <= 40 km (weak)",
  providers: ["airport"],
  dependents: ["hospital"],
  count: 1,
  reachKm: 40,
  kind: "physical",
  commodity: "air-traffic",
  group: "air-access",
  confidence: [[Number.POSITIVE_INFINITY, 0.3]],
});
