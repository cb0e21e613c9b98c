import type { Trace } from "../algorithms/cascade/trace.ts";
import { groupByKey } from "../model/group-by-key.ts";

/** The records of every asset, in order of time: records of asset i are `items[start[i]] .. items[start[i + 1] - 1]`. */
export function recordsByAsset(trace: Trace, assetCount: number): { start: Int32Array; items: Int32Array } {
  return groupByKey(trace.asset.subarray(0, trace.count), assetCount);
}
