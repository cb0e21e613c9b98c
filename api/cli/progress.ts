import type { Io } from "./io.ts";

const millisecondsOnTerminal = 100;
const millisecondsInLog = 5000;

/** Tells how far something is: `total` is null where it is not known. */
export type Report = (done: number, total: number | null) => void;

type Tell = (done: number, total: number | null) => string;

/** One line on stderr that moves while a person looks at it; in a log, a line every few seconds. */
class Progress {
  readonly #io: Io;
  readonly #label: string;
  readonly #tell: Tell;
  #last: number;
  #isShown = false;

  constructor(io: Io, label: string, tell: Tell) {
    this.#io = io;
    this.#label = label;
    this.#tell = tell;
    this.#last = io.stderr.isTerminal ? 0 : io.now().getTime();
  }

  readonly report: Report = (done, total) => {
    const { stderr } = this.#io;
    const now = this.#io.now().getTime();
    if (now - this.#last < (stderr.isTerminal ? millisecondsOnTerminal : millisecondsInLog)) return;
    this.#last = now;
    const line = `${this.#label}: ${this.#tell(done, total)}`;
    stderr.write(stderr.isTerminal ? `\r${line}\u001B[K` : `${line}\n`);
    this.#isShown = true;
  };

  /** Takes the moving line away. */
  end(): void {
    if (this.#isShown && this.#io.stderr.isTerminal) this.#io.stderr.write("\r\u001B[K");
    this.#isShown = false;
  }
}

/** Does `work` with a progress line that is gone when it ends, well or not. */
export async function withProgress<T>(
  io: Io,
  label: string,
  work: (report: Report) => Promise<T>,
  tell: Tell = howFar,
): Promise<T> {
  const progress = new Progress(io, label, tell);
  try {
    return await work(progress.report);
  } finally {
    progress.end();
  }
}

function howFar(done: number, total: number | null): string {
  const count = done.toLocaleString("en");
  if (total === null || total === 0) return count;
  return `${count} of ${total.toLocaleString("en")} (${inPercent(done, total)})`;
}

/** How far in percent, for what counts in steps that mean nothing to a reader. */
export function inPercent(done: number, total: number | null): string {
  return total === null || total === 0 ? "" : `${Math.floor((100 * done) / total)} %`;
}
