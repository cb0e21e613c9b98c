/**
 * What a piece of work gave, and what this process computed meanwhile, in milliseconds. Work that takes less than a turn is
 * done again until the turn is over, and counts in the mean.
 */
export function cpuTime<T>(work: () => T, turn = 0): { readonly value: T; readonly milliseconds: number } {
  const before = process.cpuUsage();
  for (let runs = 1; ; runs += 1) {
    const value = work();
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1000;
    if (milliseconds >= turn) return { value, milliseconds: milliseconds / runs };
  }
}

/** The same by the clock on the wall: for work of several threads. */
export async function wallTime<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - start };
}
