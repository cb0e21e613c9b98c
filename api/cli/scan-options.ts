import type { Consequence } from "../../analyzer/index.ts";

/** What the options of `rank` and `compare --scan` ask. */
export interface ScanOptions {
  readonly by: Consequence;
  readonly hours?: number;
  readonly horizon?: number;
}

/** The parameters of a scan as the catalogue names them. */
export function scanParameters({ by, hours, horizon }: ScanOptions): object {
  return {
    by,
    ...(hours === undefined ? {} : { hours }),
    ...(horizon === undefined ? {} : { horizonHours: horizon }),
  };
}
