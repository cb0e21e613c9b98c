import { blockTrials } from "../../algorithms/chance/chance.ts";
import { pieceCount, pieceRange } from "../round.ts";

/** So few trials are handed out in small stretches; more in whole blocks, for which coins are tossed together. */
const fewTrials = 1024;
const smallStretch = 32;

const unitOf = (trials: number) => (trials < fewTrials ? smallStretch : blockTrials);

/** Into how many stretches trials are cut: depends on their number alone. */
export function stretchCount(trials: number): number {
  return pieceCount(Math.ceil(trials / unitOf(trials)), 1);
}

/** The trials of a stretch: from, and up to but not including. */
export function stretchOf(trials: number, index: number): [from: number, to: number] {
  const unit = unitOf(trials);
  const [from, to] = pieceRange(Math.ceil(trials / unit), 1, index);
  return [Math.min(trials, unit * from), Math.min(trials, unit * to)];
}
