import { compareIds } from "../../../analyzer/index.ts";
import type { PlacedAsset } from "./draft.ts";

/** Order of cities by people, the largest first. */
export function byPeople(a: PlacedAsset, b: PlacedAsset): number {
  return (b.peopleServed ?? 0) - (a.peopleServed ?? 0) || compareIds(a.id, b.id);
}
