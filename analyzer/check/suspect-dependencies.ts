import type { Facts } from "./facts.ts";

/** [row] 1 where the columns may not say all that a dependency states, as a need that is no number: the row itself has to be asked. */
export function suspectDependencies({ columns, screen }: Facts): Uint8Array {
  const isSuspect = new Uint8Array(columns.dependent.length);
  for (const row of screen.dependencies.suspects) isSuspect[row] = 1;
  return isSuspect;
}
