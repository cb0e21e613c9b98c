import { type Cause, shockCause, Trace } from "../../../analyzer/algorithms/cascade/trace.ts";
import { toTicks } from "../../../analyzer/system/ticks.ts";

/** One interval of a trace by hand; `because` is the record that explains it, left out for a shock. */
interface HandRecord {
  readonly asset: number;
  readonly fromHours: number;
  readonly toHours: number;
  readonly level: number;
  readonly because?: number;
}

/** A trace with these records and no run behind it. */
export function handTrace(assetCount: number, records: readonly HandRecord[]): Trace {
  const trace = new Trace(assetCount);
  for (const { asset, fromHours, toHours, level, because } of records) {
    const record = trace.note(asset, toTicks(fromHours), level);
    trace.note(asset, toTicks(toHours), 1);
    trace.cause[record] = because === undefined ? shockCause : causedBy(trace, because);
  }
  return trace;
}

function causedBy(trace: Trace, record: number): Cause {
  return { group: 0, member: 0, provider: trace.asset[record]!, record };
}
