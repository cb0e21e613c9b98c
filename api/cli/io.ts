/** Where text goes. */
export interface TextOut {
  write(text: string): void;
  /** A person looks at it: colours and a line that moves are welcome. */
  readonly isTerminal: boolean;
}

/** Everything outside that the command line touches, so that a test can stand in for it. */
export interface Io {
  /** The answer. */
  readonly stdout: TextOut;
  /** Progress, notes, errors. */
  readonly stderr: TextOut;
  /** What is piped in; read only where a command is told to. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborts when the user cancels (Ctrl-C). */
  readonly signal: AbortSignal;
  now(): Date;
}
