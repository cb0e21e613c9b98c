/** Milliseconds of the machine's one clock that never jumps: the same for all processes. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
