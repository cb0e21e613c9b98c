import type { Asset } from "./asset.ts";

/** The State whose zone an asset is in: that of its largest share, ties the first named; null where it names none (model.md section 2, Zones). */
export function mainState({ states }: Asset): string | null {
  const [first, ...others] = states;
  if (first === undefined) return null;
  return others.reduce((largest, entry) => (entry.share > largest.share ? entry : largest), first).state;
}
