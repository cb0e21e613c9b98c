import type { TimedLayout } from "./timed-layout.ts";

/**
 * A layout whose timed cascade loses at least what any run loses of the same source, for as long: every group falls
 * altogether with its first shortage. Outside it remains only what disturbs a network.
 */
export function boundingLayout(layout: TimedLayout): TimedLayout {
  const groupCount = layout.system.groupAsset.length;
  return {
    ...layout,
    groupPartial: layout.groupPartial.map((partial, group) => (group < groupCount ? 0 : partial)),
    // A store that drains in steps may be rounded to run empty a tick sooner than at full deficit.
    groupLastsTicks: layout.groupLastsTicks.map((ticks) => Math.max(0, ticks - 1)),
  };
}
