import { type Asset, compareIds } from "../../../../analyzer/index.ts";
import { assetOf, assume, type Draft, stateOf } from "../draft.ts";
import { neighboursOf } from "../islands.ts";
import { plantKind } from "../sources/plant.ts";
import type { NationalEnergy } from "../sources/national-energy.ts";

/** Supply over demand. */
const margin = 1.25;

/**
 * A2: a State without a single power plant in the sources (they end at Europe's edge) gets assumed domestic supply where
 * its demand is: 1.25 times what each city asks for, in equal parts on the substations that feed it; where no city is on
 * the grid, 1.25 times the national consumption on the substation with the most lines. So a cut leaves both parts in
 * balance, and no hub is made important by the assumption. Such a substation becomes a power plant of the subsector
 * `assumed domestic supply`: losing all plants loses this supply too. No asset is added.
 */
export function assumeDomesticSupply(draft: Draft, energy: ReadonlyMap<string, NationalEnergy>): void {
  const assets = [...draft.assets.values()];
  const withPlants = new Set(assets.filter((asset) => asset.kind === plantKind).map(stateOf));
  // Of a State at the fringe only a sliver of the grid is in the data: neither its demand nor its supply is stated.
  const states = new Set(draft.region.states.filter((state) => !withPlants.has(state)));
  const neighbours = neighboursOf(draft.connections, "electricity");
  const supplyMw = new Map<string, number>();
  for (const city of assets) {
    const demandMw = city.consumes?.[0]?.amount;
    if (demandMw === undefined || !states.has(stateOf(city))) continue;
    const feeds = neighbours.get(city.id) ?? [];
    for (const feed of feeds) supplyMw.set(feed, (supplyMw.get(feed) ?? 0) + (margin * demandMw) / feeds.length);
  }
  const supplied = new Set([...supplyMw.keys()].map((id) => stateOf(assetOf(draft, id))));
  for (const state of [...states].filter((code) => !supplied.has(code)).sort(compareIds)) {
    const hub = hubOf(assets, state, (id) => neighbours.get(id)?.length ?? 0);
    const nationalMw = energy.get(state)?.electricityMw;
    if (hub === null || nationalMw === undefined) draft.notes.push(`A2: no supply for ${state}: it has no substation`);
    else supplyMw.set(hub, margin * nationalMw);
  }
  for (const [id, amountMw] of supplyMw) makePlant(draft, id, amountMw);
  draft.notes.push(`A2: ${supplyMw.size} substations of ${states.size} States give assumed domestic supply`);
}

/** The substation of a State with the most lines, ties by id, or null. */
function hubOf(assets: readonly Asset[], state: string, lines: (id: string) => number): string | null {
  const own = assets.filter((asset) => asset.kind === "substation" && stateOf(asset) === state && lines(asset.id) > 0);
  return own.sort((a, b) => lines(b.id) - lines(a.id) || compareIds(a.id, b.id)).at(0)?.id ?? null;
}

/** Rounds up to a tenth of a MW, so that rounding never leaves a demand unmet. */
function makePlant(draft: Draft, id: string, amountMw: number): void {
  const amount = Math.ceil(amountMw * 10) / 10;
  assume(draft, id, { kind: plantKind, produces: [{ commodity: "electricity", amount }] });
  const host = assetOf(draft, id);
  const name = `Assumed domestic supply at ${host.name}`;
  draft.assets.set(id, { ...host, name, subsector: "assumed domestic supply" });
}
