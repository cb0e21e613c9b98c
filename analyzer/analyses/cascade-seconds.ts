import type { DatasetSize } from "../run/protocol.ts";

/** Measured on two datasets: what a cascade with causes costs per row it may come by, in seconds. */
const secondsPerRow = 1e-6;

/** A rough guess at the seconds one cascade takes. */
export function cascadeSeconds({ assets, dependencies, connections }: DatasetSize): number {
  return secondsPerRow * (assets + dependencies + connections);
}

/** Measured on two datasets: what one source of a single-failure scan costs, in seconds. */
const secondsPerSource = 5e-5;

/** A rough guess at the seconds a single-failure scan takes. */
export function scanSeconds({ assets }: DatasetSize): number {
  return secondsPerSource * assets;
}
