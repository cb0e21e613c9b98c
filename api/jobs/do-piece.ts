import type { PiecedAnalysis, PieceGround } from "../../analyzer/index.ts";
import { type Flag, isRaised } from "./flag.ts";
import type { RoundBoard } from "./round-board.ts";

/** A round as one thread sees it. */
export interface Round {
  readonly plan: unknown;
  readonly board: RoundBoard;
}

/** What the thread of one place works with. */
export interface Bench {
  readonly analysis: PiecedAnalysis;
  readonly ground: PieceGround;
  readonly place: number;
  readonly stop: Flag;
}

/** Does one piece and reports on the board how far it is. Null where the job was stopped. */
export function doPiece({ analysis, ground, place, stop }: Bench, { plan, board }: Round, index: number): unknown {
  const part = analysis.piece(ground, plan, index, {
    progress: (done, total) => board.report(place, done, total),
    aborted: () => isRaised(stop),
  });
  if (part !== null) board.finish(place);
  return part;
}
