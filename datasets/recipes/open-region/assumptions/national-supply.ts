import { assume, type Draft, stateOf } from "../draft.ts";
import { gridOf } from "../rules/national-grids.ts";
import { plantKind } from "../sources/plant.ts";
import type { NationalEnergy } from "../sources/national-energy.ts";

/** Supply over demand. */
const margin = 1.25;

/**
 * A2, where the grid of a State is one node: what the listed plants of a State give less than 1.25 times its demand is
 * assumed at its national grid, be it from plants that are small or newer than the list. In tenths of a MW, rounded up.
 */
export function assumeNationalSupply(draft: Draft, energy: ReadonlyMap<string, NationalEnergy>): void {
  for (const state of draft.region.states) {
    const demandMw = energy.get(state)?.electricityMw;
    const grid = draft.assets.get(gridOf(state));
    if (grid === undefined || demandMw === undefined) {
      draft.notes.push(`A2: no supply for ${state}: no national consumption or no grid is known`);
      continue;
    }
    const plantsMw = [...draft.assets.values()]
      .filter((asset) => asset.kind === plantKind && stateOf(asset) === state)
      .reduce((sum, { capacity = 0 }) => sum + capacity, 0);
    const missingMw = Math.ceil((margin * demandMw - plantsMw) * 10) / 10;
    if (missingMw <= 0) continue;
    assume(draft, grid.id, { produces: [{ commodity: "electricity", amount: missingMw }] });
    const listed = `${Math.round(plantsMw)} MW of listed plants, ${Math.round(demandMw)} MW of demand`;
    draft.notes.push(`A2: ${state} gets ${missingMw} MW of assumed supply: ${listed}`);
  }
}
