import { assetOf, type Draft } from "../draft.ts";
import type { Plant } from "../sources/plant.ts";
import { need } from "./rule.ts";

/** What a reservoir cannot feed, whatever the lists say: two plants of one name were taken for one. */
const dry: readonly string[] = ["wind", "solar"];

/**
 * O4: a reservoir gives a hydro plant its head where both lists have the same id of the JRC. Group `water`. Confidence 1.
 * Source: `powerplantmatching`. Several reservoirs of one plant stand in for one another.
 */
export function joinReservoirs(draft: Draft, plants: readonly Plant[]): void {
  for (const { id, fuel, jrcIds } of plants) {
    for (const reservoir of jrcIds.map((each) => `res:${each}`).filter((each) => draft.assets.has(each))) {
      if (dry.includes(fuel)) {
        const name = assetOf(draft, id).name;
        draft.notes.push(
          `O4: ${reservoir} cannot feed ${id} (${name}, ${fuel}): two plants were taken for one in the source`,
        );
        continue;
      }
      draft.dependencies.push(
        need(draft, reservoir, id, 1, {
          ruleId: "O4",
          kind: "physical",
          commodity: "water",
          group: "water",
          method: "observed",
          source: "powerplantmatching",
        }),
      );
    }
  }
}
