import type { MessagePort } from "node:worker_threads";
import { type PiecedAnalysis, type PieceGround, restoreGround } from "../../analyzer/index.ts";
import { type Bench, doPiece, type Round } from "./do-piece.ts";
import { isRaised } from "./flag.ts";
import { Inbox } from "./inbox.ts";
import { RoundBoard } from "./round-board.ts";
import { transferableBuffers } from "./transferable-buffers.ts";
import type { HelperMessage, HelpTask, SeatMessage } from "./worker-messages.ts";

/** Helps the thread that leads a job with its pieces, round after round, until the job ends or the thread is needed elsewhere. */
export async function help({ stop, leave, place, seat }: HelpTask, analysis: PiecedAnalysis): Promise<void> {
  const inbox = new Inbox<SeatMessage>(seat);
  const isOver = (): boolean => isRaised(stop) || isRaised(leave);
  let ground: PieceGround | null = null;
  tell(seat, { kind: "ready" });
  while (!isOver()) {
    const message = await inbox.next();
    if (message === null || message.kind === "over") break;
    if (message.kind === "ground") {
      ground = restoreGround(message.ground);
    } else if (ground !== null) {
      const round = { plan: message.plan, board: new RoundBoard(message.pieces, message.cells) };
      doPieces({ analysis, ground, place, stop }, round, seat, isOver);
    }
  }
  tell(seat, { kind: "left" });
  seat.close();
}

/** Does pieces of the round until there are no more, or the thread is to go. */
function doPieces(bench: Bench, round: Round, seat: MessagePort, isOver: () => boolean): void {
  while (!isOver()) {
    const index = round.board.take();
    if (index === -1) return;
    const part = doPiece(bench, round, index);
    if (part === null) return;
    tell(seat, { kind: "part", index, part }, transferableBuffers(part));
  }
}

function tell(seat: MessagePort, message: HelperMessage, transfer: readonly ArrayBuffer[] = []): void {
  seat.postMessage(message, transfer);
}
