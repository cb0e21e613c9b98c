import { TimedCascade } from "../../../../analyzer/algorithms/timed-closure/timed-cascade.ts";
import { compileTimedLayout } from "../../../../analyzer/algorithms/timed-closure/timed-layout.ts";
import { TimedReturn } from "../../../../analyzer/algorithms/timed-closure/timed-return.ts";
import type { Dataset } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toHours, toTicks } from "../../../../analyzer/system/ticks.ts";

/** What failed, as `id hours`, or with its return as `id from-to`, in order of time and id. */
function told(dataset: Dataset, cascade: TimedCascade, horizonHours?: number): string[] {
  const { failed, failedCount, failedTick, backTick } = cascade;
  return [...failed.subarray(0, failedCount)]
    .filter((node) => node < dataset.assets.length)
    .toSorted((x, y) => failedTick[x]! - failedTick[y]! || x - y)
    .map((asset) => {
      const from = `${dataset.assets[asset]!.id} ${toHours(failedTick[asset]!)}`;
      return horizonHours === undefined ? from : `${from}-${Math.min(horizonHours, toHours(backTick[asset]!))}`;
    });
}

export function timedCascadeOf(dataset: Dataset): TimedCascade {
  return new TimedCascade(compileTimedLayout(compileSystem(dataset)));
}

/** The failures after the loss of an asset for good, null where the cascade leaves the binary part. */
export function failuresOf(dataset: Dataset, id: string, horizonHours: number): string[] | null {
  const cascade = timedCascadeOf(dataset);
  const horizonTick = toTicks(horizonHours);
  cascade.begin(
    dataset.assets.findIndex((asset) => asset.id === id),
    horizonTick,
  );
  cascade.runUntil(horizonTick);
  return cascade.isOutside ? null : told(dataset, cascade);
}

/** The outages after the loss of an asset for some hours, null where only the event engine can tell. */
export function outagesOf(dataset: Dataset, id: string, hours: number, horizonHours: number): string[] | null {
  const cascade = timedCascadeOf(dataset);
  const source = dataset.assets.findIndex((asset) => asset.id === id);
  const holds = new TimedReturn(cascade).run(source, toTicks(hours), toTicks(horizonHours));
  return holds ? told(dataset, cascade, horizonHours) : null;
}
