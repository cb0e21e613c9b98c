import { strongComponents } from "../components/strong-components.ts";
import type { Cascade } from "./cascade.ts";
import { supplyGraph } from "./own-loop.ts";

/**
 * The sets of assets that hold each other down when a run has ended (model.md section 2, "One instant"): no shock holds
 * them, their potential is below 1, they are strongly connected among themselves, and all their potentials would be 1 if
 * all of them were at 1, lagged levels included.
 *
 * @returns sets of asset positions, each ascending, ordered by their first
 *
 * Cost: O(system) for the components, plus one evaluation of each candidate set.
 */
export function stuckSets(cascade: Cascade): number[][] {
  const { state } = cascade;
  const held = new Set<number>();
  state.potential.forEach((potential, asset) => {
    if (potential < 1 - 1e-9 && state.availability[asset]! >= 1 - 1e-9) held.add(asset);
  });
  return held.size < 2 ? [] : setsWithin(cascade, held).toSorted((x, y) => x[0]! - y[0]!);
}

/** Members that would stay down are taken away and the rest is looked at again: what is left is maximal. */
function setsWithin(cascade: Cascade, candidates: ReadonlySet<number>): number[][] {
  return loops(cascade, candidates).flatMap((loop) => {
    const standing = wouldStand(cascade, loop);
    if (standing.length === loop.length) return [loop];
    return standing.length < 2 ? [] : setsWithin(cascade, new Set(standing));
  });
}

function loops(cascade: Cascade, candidates: ReadonlySet<number>): number[][] {
  const component = strongComponents(...supplyGraph(cascade.system, (asset) => candidates.has(asset)));
  const byComponent = new Map<number, number[]>();
  for (const asset of [...candidates].toSorted((a, b) => a - b)) {
    const list = byComponent.get(component[asset]!);
    if (list === undefined) byComponent.set(component[asset]!, [asset]);
    else list.push(asset);
  }
  return [...byComponent.values()].filter((loop) => loop.length > 1);
}

/** Which of the assets would have potential 1 if all of them were at 1. Leaves the state as it was. */
function wouldStand(cascade: Cascade, loop: readonly number[]): number[] {
  const { state, system } = cascade;
  const levels = loop.map((asset) => state.level[asset]!);
  const arrivals = new Map<number, number>();
  const raise = (member: number, level: number): void => {
    if (!arrivals.has(member)) arrivals.set(member, state.arrived[member]!);
    state.arrived[member] = level;
  };
  for (const asset of loop) {
    state.level[asset] = 1;
    for (let at = system.suppliedStart[asset]!; at < system.suppliedStart[asset + 1]!; at += 1) {
      const member = system.suppliedMember[at]!;
      if (!state.isDirect(member)) raise(member, 1);
    }
  }
  refreshNetworks(cascade, raise);
  const standing = loop.filter((asset) => state.potentialNow(asset) >= 1 - 1e-9);
  loop.forEach((asset, index) => {
    state.level[asset] = levels[index]!;
  });
  refreshNetworks(cascade, () => {});
  for (const [member, level] of arrivals) state.arrived[member] = level;
  return standing;
}

function refreshNetworks(cascade: Cascade, set: (member: number, level: number) => void): void {
  for (const supply of cascade.supplies) {
    for (const node of supply.network.producers) supply.noteProducer(node);
    supply.refresh(() => {});
    supply.network.nodeMember.forEach((member, node) => {
      if (member !== -1) set(member, supply.levelAt(node));
    });
  }
}
