import { groupByKey } from "../../analyzer/model/group-by-key.ts";
import type { System } from "../../analyzer/system/system.ts";
import type { Territory } from "../../analyzer/system/territory.ts";
import { toTicks } from "../../analyzer/system/ticks.ts";

/** One dependency, by positions; times in hours. */
export interface CriticalRow {
  readonly provider: number;
  readonly dependent: number;
  readonly lagHours?: number;
  readonly bufferHours?: number;
}

/** A system in which every dependency is a group of its own, made without a dataset: a million rows are no matter. */
export function criticalSystem(assetCount: number, rows: readonly CriticalRow[], restartHours = 0): System {
  const ordered = rows.toSorted((x, y) => x.dependent - y.dependent);
  const owner = Int32Array.from(ordered, ({ dependent }) => dependent);
  const provider = Int32Array.from(ordered, (row) => row.provider);
  const each = Int32Array.from({ length: rows.length + 1 }, (_, row) => row);
  const supplied = groupByKey(provider, assetCount);
  const ones = () => new Float64Array(rows.length).fill(1);
  return {
    assetIds: Array.from({ length: assetCount }, (_, asset) => `A${asset}`),
    restartTicks: new Float64Array(assetCount).fill(toTicks(restartHours)),
    blackStart: new Uint8Array(assetCount),
    assetGroupStart: groupByKey(owner, assetCount).start,
    groupNames: ordered.map((_, row) => `g${row}`),
    groupAsset: owner,
    groupNeed: ones(),
    groupGiven: new Float64Array(rows.length),
    groupLoss: ones(),
    groupBufferTicks: Float64Array.from(ordered, ({ bufferHours = 0 }) => toTicks(bufferHours)),
    groupThreshold: new Uint8Array(rows.length),
    memberStart: each,
    memberGroup: each.slice(0, rows.length),
    memberProvider: provider,
    memberShare: ones(),
    memberLagTicks: Float64Array.from(ordered, ({ lagHours = 0 }) => toTicks(lagHours)),
    memberRow: new Int32Array(rows.length),
    suppliedStart: supplied.start,
    suppliedMember: supplied.items,
    networks: [],
    assetNetworkStart: new Int32Array(assetCount + 1),
    assetNetwork: new Int32Array(0),
    assetNode: new Int32Array(0),
  };
}

/** Each asset feeds the next; with `closed` the last feeds the first. */
export function chainRows(length: number, more: Omit<CriticalRow, "provider" | "dependent">, closed = false) {
  const links = closed ? length : length - 1;
  return Array.from(
    { length: links },
    (_, at): CriticalRow => ({
      provider: at,
      dependent: (at + 1) % length,
      ...more,
    }),
  );
}

/** All assets in one State and one sector, serving one person each. */
export function onePlace(assetCount: number): Territory {
  return {
    codes: ["XA"],
    sectors: ["energy"],
    sectorOf: new Int32Array(assetCount),
    shareStart: Int32Array.from({ length: assetCount + 1 }, (_, asset) => asset),
    stateOf: new Int32Array(assetCount),
    shareOf: new Float64Array(assetCount).fill(1),
    peopleServed: new Float64Array(assetCount).fill(1),
  };
}
