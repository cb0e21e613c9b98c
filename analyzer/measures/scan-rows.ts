import { type Consequence, consequences, type ScanMethod, scanMethods } from "../model/result.ts";
import type { ConsequenceValues } from "./set-tally.ts";

/** What some sources of a scan came to, as columns: one row per source, in the order in which they were worked out. */
export interface ScanRows {
  /** [row] asset position. */
  readonly source: Int32Array;
  /** [row] position in `scanMethods`. */
  readonly method: Uint8Array;
  /** [row] per consequence; NaN where it is not known. */
  readonly values: Readonly<Record<Consequence, Float64Array>>;
}

/** Collects rows one by one. */
export class ScanRowList {
  private count = 0;
  private readonly source: Int32Array;
  private readonly method: Uint8Array;
  private readonly values: Record<Consequence, Float64Array>;

  constructor(most: number) {
    this.source = new Int32Array(most);
    this.method = new Uint8Array(most);
    this.values = columns(() => new Float64Array(most));
  }

  add(source: number, method: ScanMethod, values: ConsequenceValues): void {
    this.source[this.count] = source;
    this.method[this.count] = scanMethods.indexOf(method);
    for (const consequence of consequences) this.values[consequence][this.count] = values[consequence] ?? Number.NaN;
    this.count += 1;
  }

  rows(): ScanRows {
    return {
      source: this.source.slice(0, this.count),
      method: this.method.slice(0, this.count),
      values: columns((consequence) => this.values[consequence].slice(0, this.count)),
    };
  }
}

/** The same rows, one part after another. */
export function joinRows(parts: readonly ScanRows[]): ScanRows {
  const most = parts.reduce((sum, { source }) => sum + source.length, 0);
  const joined = {
    source: new Int32Array(most),
    method: new Uint8Array(most),
    values: columns(() => new Float64Array(most)),
  };
  let at = 0;
  for (const { source, method, values } of parts) {
    joined.source.set(source, at);
    joined.method.set(method, at);
    for (const consequence of consequences) joined.values[consequence].set(values[consequence], at);
    at += source.length;
  }
  return joined;
}

function columns(make: (consequence: Consequence) => Float64Array): Record<Consequence, Float64Array> {
  return {
    outageHours: make("outageHours"),
    personHours: make("personHours"),
    foreignOutageHours: make("foreignOutageHours"),
    assetsDisrupted: make("assetsDisrupted"),
    statesReached: make("statesReached"),
    foreignStatesReached: make("foreignStatesReached"),
    sectorsReached: make("sectorsReached"),
  };
}
