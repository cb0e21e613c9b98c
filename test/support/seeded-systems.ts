import { type BinaryLayout, binaryLayout } from "../../analyzer/algorithms/closure/binary-layout.ts";
import type { FailureGroups } from "../../analyzer/algorithms/closure/failure-groups.ts";
import type { Dataset, Dependency } from "../../analyzer/index.ts";
import type { Territory } from "../../analyzer/system/territory.ts";
import { assetRow, datasetOf, description } from "./rows.ts";
import { type Family, seededSectorCount, seededStateCount, supplyNetwork } from "./seeded-networks.ts";
import { SeededRandom } from "./seeded-random.ts";

/** How much of what assets need is critical: the share of suppliers whose loss alone is the loss of the asset. */
export const mixes = { critical: 1, mixed: 0.3, robust: 0.1 } as const;
export type Mix = keyof typeof mixes;

/** A system of one of the families, made from a seed: in it things only fail, wholly and for good. */
export interface SeededSystem {
  readonly groups: FailureGroups;
  readonly territory: Territory;
}

/**
 * A system of a family (performance.md section 8). Every supplier is critical with the share that the mix says; the others
 * of an asset are one group that breaks after two or more losses (one where there is only one).
 */
export function seededSystem(family: Family, mix: Mix, assetCount: number, seed = 42): SeededSystem {
  const network = supplyNetwork(family, assetCount, seed);
  const random = new SeededRandom(seed + 1);
  const members = network.supplier.length;
  const ownedStart = new Int32Array(assetCount + 1);
  const owner = new Int32Array(members);
  const failuresNeeded = new Int32Array(members);
  const memberStart = new Int32Array(members + 1);
  const member = new Int32Array(members);
  let groups = 0;
  let placed = 0;
  const close = (asset: number, needed: number): void => {
    owner[groups] = asset;
    failuresNeeded[groups] = needed;
    groups += 1;
    memberStart[groups] = placed;
  };
  for (let asset = 0; asset < assetCount; asset += 1) {
    ownedStart[asset] = groups;
    const rest: number[] = [];
    for (const supplier of network.supplier.subarray(network.start[asset], network.start[asset + 1])) {
      if (random.unit() >= mixes[mix]) {
        rest.push(supplier);
        continue;
      }
      member[placed] = supplier;
      placed += 1;
      close(asset, 1);
    }
    if (rest.length === 0) continue;
    member.set(rest, placed);
    placed += rest.length;
    close(asset, rest.length === 1 ? 1 : 2 + random.below(rest.length - 1));
  }
  ownedStart[assetCount] = groups;
  return {
    groups: {
      nodeCount: assetCount,
      ownedStart,
      owner: owner.slice(0, groups),
      failuresNeeded: failuresNeeded.slice(0, groups),
      slack: new Float64Array(groups),
      bounds: new Uint8Array(groups),
      memberStart: memberStart.slice(0, groups + 1),
      member,
      share: new Float64Array(members),
    },
    territory: seededTerritory(network, random),
  };
}

/** Nobody's people are unknown; how many there are spreads over five orders of magnitude. */
function seededTerritory(
  { state, sector }: { readonly state: Uint8Array; readonly sector: Uint8Array },
  random: SeededRandom,
): Territory {
  const number = (_: unknown, position: number) => position;
  return {
    codes: Array.from({ length: seededStateCount }, (_, position) => `X${String(position).padStart(2, "0")}`),
    sectors: Array.from({ length: seededSectorCount }, (_, position) => `sector ${position}`),
    sectorOf: Int32Array.from(sector),
    shareStart: Int32Array.from({ length: state.length + 1 }, number),
    stateOf: Int32Array.from(state),
    shareOf: new Float64Array(state.length).fill(1),
    peopleServed: Float64Array.from(state, () => 1 + Math.floor(10 ** (5 * random.unit()))),
  };
}

/** The system laid out for the closure kernels. */
export function seededLayout({ groups, territory }: SeededSystem): BinaryLayout {
  return binaryLayout(
    groups,
    Int32Array.from({ length: groups.nodeCount }, (_, asset) => asset),
    territory,
  );
}

/** The same system as rows, for the event engine; assets are named so that their order is that of their numbers. */
export function seededDataset({ groups, territory }: SeededSystem): Dataset {
  const width = String(groups.nodeCount).length;
  const idOf = (asset: number) => `A${String(asset).padStart(width, "0")}`;
  const assets = Array.from({ length: groups.nodeCount }, (_, asset) =>
    assetRow(idOf(asset), {
      sector: territory.sectors[territory.sectorOf[asset]!]!,
      states: [{ state: territory.codes[territory.stateOf[asset]!]!, share: 1 }],
      peopleServed: territory.peopleServed[asset]!,
    }),
  );
  const dependencies: Dependency[] = [];
  groups.owner.forEach((owner, group) => {
    const members = groups.member.subarray(groups.memberStart[group], groups.memberStart[group + 1]);
    const need = members.length - groups.failuresNeeded[group]! + 1;
    for (const provider of members) {
      const id = `${group}.${provider}`;
      const columns = { group: `g${group}`, rule: "threshold", need, source: "made-up" } as const;
      dependencies.push({ id, provider: idOf(provider), dependent: idOf(owner), ...columns });
    }
  });
  const states = territory.codes.map((code) => ({ code, name: code }));
  return datasetOf({ description: { ...description, states }, assets, dependencies });
}
