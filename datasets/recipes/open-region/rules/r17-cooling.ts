import { type PlacedAsset } from "../draft.ts";
import { type Plant, plantKind } from "../sources/plant.ts";
import { nearestRule } from "./nearest.ts";
import type { Rule } from "./rule.ts";

/** What needs no cooling water, or is no steam. */
const dry: readonly string[] = ["hydro", "wind", "solar"];

/**
 * R17: the nearest reservoir of its State within 50 km cools a plant that is seen to be cooled with fresh water
 * (`jrc-ppdb-open`). Group `cooling-water`. Weak: confidence 0.3.
 */
export function r17(plants: readonly Plant[], freshWaterCooled: ReadonlySet<string>): Rule {
  const cooled = new Set(
    plants.filter(({ eics }) => eics.some((eic) => freshWaterCooled.has(eic))).map(({ id }) => id),
  );
  return nearestRule({
    id: "R17",
    title: "reservoir to plant cooled with fresh water <= 50 km (weak)",
    providers: ["reservoir"],
    dependents: [plantKind],
    count: 1,
    reachKm: 50,
    kind: "physical",
    commodity: "water",
    group: "cooling-water",
    confidence: [[Number.POSITIVE_INFINITY, 0.3]],
    accept: ({ id, subsector = "" }: PlacedAsset) => cooled.has(id) && !dry.includes(subsector),
  });
}
