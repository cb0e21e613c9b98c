/**
 * A round of work in pieces, as a measure hands it out: so many pieces, each of which needs the plan and its own index. The
 * number of pieces never depends on who does them.
 */
export interface Round<Plan> {
  readonly kind: "planned";
  readonly plan: Plan;
  readonly pieces: number;
}

/** The end of a measure's rounds. */
export interface Finished<Result> {
  readonly kind: "done";
  readonly result: Result;
}

/** Items per piece: at most 64 pieces, and not fewer than `least` items in each but the last. */
function pieceSize(items: number, least: number): number {
  return Math.max(least, Math.ceil(items / 64));
}

/** How many pieces hold the items; one empty piece where there are none, so that every round is joined. */
export function pieceCount(items: number, least: number): number {
  return Math.max(1, Math.ceil(items / pieceSize(items, least)));
}

/** The items of a piece: from, and up to but not including. */
export function pieceRange(items: number, least: number, index: number): [from: number, to: number] {
  const size = pieceSize(items, least);
  return [Math.min(items, index * size), Math.min(items, (index + 1) * size)];
}
