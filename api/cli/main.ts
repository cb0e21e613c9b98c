#!/usr/bin/env node
import { isatty } from "node:tty";
import type { Io, TextOut } from "./io.ts";
import { exitCodes } from "./exit-codes.ts";
import { runCommandLine } from "./run-command-line.ts";

const cancel = new AbortController();

process.on("SIGINT", () => {
  // The first Ctrl-C asks to stop cleanly, the second does not ask.
  if (cancel.signal.aborted) process.exit(exitCodes.cancelled);
  cancel.abort(new Error("cancelled"));
});

// Who reads our output may have enough before we are done (head, less).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? exitCodes.done : exitCodes.outsideFailed);
});

const io: Io = {
  stdout: textOut(process.stdout),
  stderr: textOut(process.stderr),
  // Asked for only by who reads it.
  get stdin() {
    return process.stdin;
  },
  environment: process.env,
  signal: cancel.signal,
  now: () => new Date(),
};

process.exitCode = await runCommandLine(process.argv.slice(2), io);

function textOut(stream: NodeJS.WriteStream & { readonly fd: number }): TextOut {
  return { write: (text) => void stream.write(text), isTerminal: isatty(stream.fd) };
}
