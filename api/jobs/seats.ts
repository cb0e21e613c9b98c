import { MessageChannel, type MessagePort } from "node:worker_threads";
import { type PieceGround, type SharedGround, shareGround } from "../../analyzer/index.ts";
import type { Round } from "./do-piece.ts";
import type { HelperMessage, SeatMessage } from "./worker-messages.ts";

/** A helper's seat, occupied or not yet. */
interface Seat {
  readonly place: number;
  readonly port: MessagePort;
  isTaken: boolean;
  /** The round that was last sent to it. */
  told: Round | null;
}

interface SeatOptions {
  readonly ground: PieceGround;
  readonly count: number;
  /** Passes the other end of a seat on to whoever finds helpers. */
  offer(place: number, port: MessagePort): void;
  /** Takes in a part that a helper made. */
  take(index: number, part: unknown): void;
}

/** Compiled systems in shared memory, made once and forgotten together with the ground. */
const shared = new WeakMap<PieceGround, SharedGround>();

/**
 * The helpers of one job, as the thread that leads it sees them. A free seat holds ground and round already, so that a helper
 * begins at once, whatever the leading thread is busy with.
 */
export class Seats {
  readonly #options: SeatOptions;
  readonly #seats = new Set<Seat>();
  #round: Round | null = null;
  #wake: () => void = () => {};

  constructor(options: SeatOptions) {
    this.#options = options;
  }

  /** Begins a round: everybody who helps is told, and the seats are offered where they are not yet. */
  begin(round: Round): void {
    this.#round = round;
    if (this.#seats.size === 0) for (let place = 1; place <= this.#options.count; place += 1) this.#open(place);
    else for (const seat of this.#seats) if (seat.isTaken) this.#tellRound(seat);
  }

  /** Waits until a helper said something, at most the time given. */
  async news(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Sends everybody away. Said, not only shown by closing: a port closes when its thread is next idle, which may be late. */
  close(): void {
    for (const seat of this.#seats) {
      this.#tell(seat, { kind: "over" });
      seat.port.close();
    }
    this.#seats.clear();
  }

  #open(place: number): void {
    const { port1: port, port2 } = new MessageChannel();
    const seat: Seat = { place, port, isTaken: false, told: null };
    this.#seats.add(seat);
    port.on("message", (message: HelperMessage) => this.#hear(seat, message));
    this.#tell(seat, { kind: "ground", ground: this.#sharedGround() });
    this.#tellRound(seat);
    this.#options.offer(place, port2);
  }

  #hear(seat: Seat, message: HelperMessage): void {
    if (message.kind === "part") {
      this.#options.take(message.index, message.part);
    } else if (message.kind === "ready") {
      seat.isTaken = true;
      this.#tellRound(seat);
    } else {
      seat.port.close();
      if (this.#seats.delete(seat)) this.#open(seat.place);
    }
    this.#wake();
  }

  #tellRound(seat: Seat): void {
    const round = this.#round;
    if (round === null || seat.told === round) return;
    seat.told = round;
    const { plan, board } = round;
    this.#tell(seat, { kind: "round", plan, pieces: board.pieces, cells: board.cells });
  }

  #tell({ port }: Seat, message: SeatMessage): void {
    port.postMessage(message);
  }

  #sharedGround(): SharedGround {
    const { ground } = this.#options;
    const known = shared.get(ground);
    if (known !== undefined) return known;
    const made = shareGround(ground);
    shared.set(ground, made);
    return made;
  }
}
