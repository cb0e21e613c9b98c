import type { Lanes } from "./lanes.ts";
import { PlainLanes } from "./plain-lanes.ts";
import { SimdLanes } from "./simd-lanes.ts";
import type { WorldSystem } from "./world-system.ts";

/** The fastest lanes that the host can run: WebAssembly with SIMD, else plain integers; 128 worlds at once, the same ones. */
export function startLanes(worlds: WorldSystem, seed: number): Lanes {
  return SimdLanes.start(worlds, seed) ?? new PlainLanes(worlds, seed, 128);
}
