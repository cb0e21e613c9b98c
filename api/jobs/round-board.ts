/** How far a job is; what one unit is depends on the analysis. */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
}

const nextCell = 0;
const finishedCell = 1;
const firstPlace = 2;
/** Pieces count alike, whatever their own measure. */
const stepsOfPiece = 1000;

/**
 * One round of work in memory that threads share: which piece is next, how many are finished, and how far each thread is in
 * the piece at hand. Each thread has a place of its own to report to. No call waits for another thread.
 */
export class RoundBoard {
  readonly cells: Int32Array<SharedArrayBuffer>;
  readonly pieces: number;

  /** The same board on another thread: the cells are those of the first. */
  constructor(pieces: number, cells: Int32Array<SharedArrayBuffer>) {
    this.pieces = pieces;
    this.cells = cells;
  }

  /** A new round for threads with places 0 up to, not including, `places`. */
  static open(pieces: number, places: number): RoundBoard {
    const bytes = (firstPlace + 2 * places) * Int32Array.BYTES_PER_ELEMENT;
    return new RoundBoard(pieces, new Int32Array(new SharedArrayBuffer(bytes)));
  }

  /** The next piece that nobody has taken, -1 where there is none. */
  take(): number {
    const piece = Atomics.add(this.cells, nextCell, 1);
    return piece < this.pieces ? piece : -1;
  }

  /** Leaves nothing to take. */
  close(): void {
    Atomics.store(this.cells, nextCell, this.pieces);
  }

  /** How far the piece is that the thread of this place is at. */
  report(place: number, done: number, total: number): void {
    const cell = firstPlace + 2 * place;
    Atomics.store(this.cells, cell, Math.floor(done));
    Atomics.store(this.cells, cell + 1, Math.floor(total));
  }

  finish(place: number): void {
    // The only piece keeps its own measure, which says more than a count of one.
    if (this.pieces > 1) this.report(place, 0, 0);
    Atomics.add(this.cells, finishedCell, 1);
  }

  /** The whole round: in the measure of the piece where there is one, else in thousandths of a piece. `total` 0: not known yet. */
  progress(): JobProgress {
    const finished = Atomics.load(this.cells, finishedCell);
    if (this.pieces === 1) {
      const total = Atomics.load(this.cells, firstPlace + 1);
      return { done: finished === 1 ? total : Atomics.load(this.cells, firstPlace), total };
    }
    let steps = finished * stepsOfPiece;
    for (let cell = firstPlace; cell < this.cells.length; cell += 2) {
      const total = Atomics.load(this.cells, cell + 1);
      if (total > 0) steps += Math.floor((stepsOfPiece * Math.min(total, Atomics.load(this.cells, cell))) / total);
    }
    const total = this.pieces * stepsOfPiece;
    return { done: Math.min(steps, total), total };
  }
}
