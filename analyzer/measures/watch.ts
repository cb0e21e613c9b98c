/** How a caller follows long work, and stops it. */
export interface Watch {
  progress(done: number, total: number): void;
  aborted(): boolean;
}
