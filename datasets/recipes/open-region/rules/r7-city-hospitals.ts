import { compareIds } from "../../../../analyzer/index.ts";
import { assetsOfKind, stateOf } from "../draft.ts";
import { PlaceIndex } from "../place-index.ts";
import { need, type Rule } from "./rule.ts";

/**
 * R7: the four largest hospitals of its State within 25 km give a city health care, each an equal part. By beds; where they
 * are not known, the nearer ones. Group `health`. Confidence 0.8.
 */
export const r7: Rule = {
  id: "R7",
  title: "4 largest hospitals <= 25 km to city",
  group: "health",
  settable: ["reachKm", "count"],
  join(draft, { reachKm = 25, count = 4 }) {
    const index = new PlaceIndex(assetsOfKind(draft, "hospital"));
    for (const city of assetsOfKind(draft, "city")) {
      const found = index
        .nearest(city, Number.POSITIVE_INFINITY, reachKm, (each) => stateOf(each) === stateOf(city))
        .sort(
          (a, b) =>
            (b.place.capacity ?? 0) - (a.place.capacity ?? 0) || a.km - b.km || compareIds(a.place.id, b.place.id),
        )
        .slice(0, count);
      for (const { place } of found) {
        draft.dependencies.push(
          need(draft, place.id, city.id, 0.8, {
            ruleId: "R7",
            kind: "physical",
            commodity: "health-care",
            group: "health",
            ...(found.length > 1 ? { share: 1 / found.length } : {}),
          }),
        );
      }
    }
  },
};
