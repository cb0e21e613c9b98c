import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { type Paint, paintFor } from "./paint.ts";

/** One call of the program: what commands share. */
export class Cli {
  readonly io: Io;
  /** For stdout. */
  readonly paint: Paint;
  /** What the program ends with where no error ends it. */
  exitCode: number = exitCodes.done;

  constructor(io: Io) {
    this.io = io;
    this.paint = paintFor(io.stdout, io.environment);
  }

  /** Lines of an answer for people. */
  print(lines: readonly string[]): void {
    this.io.stdout.write(lines.map((line) => `${line}\n`).join(""));
  }

  /** The whole answer of `--json`: one document on one line, as the HTTP interface gives it. */
  printJson(document: object): void {
    this.io.stdout.write(`${JSON.stringify(document)}\n`);
  }

  /** A remark beside the answer. */
  note(text: string): void {
    this.io.stderr.write(`${text}\n`);
  }
}
