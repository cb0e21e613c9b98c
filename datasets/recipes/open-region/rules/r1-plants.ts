import { assetsOfKind, stateOf } from "../draft.ts";
import { PlaceIndex } from "../place-index.ts";
import { plantKind } from "../sources/plant.ts";
import { confidenceAt } from "./nearest.ts";
import { feed, type Rule } from "./rule.ts";

const reach = 60;
const largeMw = 1000;

/**
 * R1: a plant is connected to the nearest substation of its State within 60 km, one of 1 GW and more to the two nearest.
 * It gives to the island; no substation depends on it. Confidence 0.8 up to 15 km, else 0.6.
 */
export const r1: Rule = {
  id: "R1",
  title: "plant to nearest substation <= 60 km (2 if >= 1 GW)",
  group: null,
  settable: ["reachKm"],
  join(draft, { reachKm = reach }) {
    const index = new PlaceIndex(assetsOfKind(draft, "substation"));
    for (const plant of assetsOfKind(draft, plantKind)) {
      const count = (plant.capacity ?? 0) >= largeMw ? 2 : 1;
      for (const { place, km } of index.nearest(plant, count, reachKm, (each) => stateOf(each) === stateOf(plant))) {
        const confidence = confidenceAt(
          [
            [15, 0.8],
            [Number.POSITIVE_INFINITY, 0.6],
          ],
          km,
        );
        draft.connections.push(feed("R1", plant, place, confidence));
      }
    }
  },
};
