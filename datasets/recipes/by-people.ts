import { type Asset, byId } from "../../analyzer/index.ts";

/** Order of assets by people served, the most first, ties by id. */
export function byPeople(a: Asset, b: Asset): number {
  return (b.peopleServed ?? 0) - (a.peopleServed ?? 0) || byId(a, b);
}
