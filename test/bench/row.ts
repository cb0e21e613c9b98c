/** What several runs took, in milliseconds. `first` is the run before anything was warm, null where there was none. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly first: number | null;
}

/** What a row is held to: our time at most, a peer's time by ours at least, or our time by that of a limit at most. */
export type Floor =
  | { readonly kind: "milliseconds"; readonly most: number }
  | { readonly kind: "faster"; readonly least: number }
  | { readonly kind: "slower"; readonly most: number };

/** Whoever was measured beside us. `note`: how the time was come by, where it is not that of a whole run. */
export interface Peer {
  readonly name: string;
  readonly median: number;
  readonly note: string;
}

/** One line of the table: something of ours, alone or beside a peer on the same input with the same answer. */
export interface Row {
  readonly name: string;
  readonly ours: Spread;
  readonly peer: Peer | null;
  /** Median over the rounds of the peer's time by ours; null without a peer. */
  readonly ratio: number | null;
  readonly floor: Floor | null;
  /** What was worked through, or what the answer was about. */
  readonly work: string;
  /** Why the row says nothing: the answers differ. Null for a row that counts. */
  readonly fault: string | null;
}

export type Verdict = "met" | "MISSED" | "VOID" | "";

/** Whether a row keeps to its floor; empty where it has none. */
export function verdictOf({ ours, ratio, floor, fault }: Row): Verdict {
  if (fault !== null) return "VOID";
  if (floor === null) return "";
  return keeps(floor, ours.median, ratio) ? "met" : "MISSED";
}

function keeps(floor: Floor, milliseconds: number, ratio: number | null): boolean {
  if (floor.kind === "milliseconds") return milliseconds <= floor.most;
  if (ratio === null) return false;
  return floor.kind === "faster" ? ratio >= floor.least : 1 / ratio <= floor.most;
}

/** A floor in words: `<= 8 ms`, `>= 100x`, `<= 1.25x of it`. */
export function floorText(floor: Floor | null): string {
  if (floor === null) return "";
  if (floor.kind === "milliseconds") return `<= ${amount(floor.most)} ms`;
  return floor.kind === "faster" ? `>= ${amount(floor.least)}x` : `<= ${amount(floor.most)}x of it`;
}

/** A number in three significant digits, whole from 100 on: `0.0123`, `4.56`, `12,345`. */
export function amount(value: number): string {
  if (Math.abs(value) >= 100) return value.toLocaleString("en", { maximumFractionDigits: 0 });
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

/** A ratio as the table shows it: how many times as fast as the peer. */
export function ratioText(ratio: number | null): string {
  return ratio === null ? "" : `${amount(ratio)}x`;
}
