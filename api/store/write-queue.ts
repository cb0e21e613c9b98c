/**
 * Does pieces of work one after the other, in the order they were asked for: a write that takes several turns of the
 * event loop is never interleaved with another write of this process. One that fails does not stop the next.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => T | Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next;
    return next;
  }

  /** Settles when nothing is left to do. */
  async idle(): Promise<void> {
    await this.#last.catch(() => undefined);
  }
}
