/** Names that are unique where those of the files are unique only within a file: the first of a name keeps it. */
export class FreeNames {
  readonly #taken = new Set<string>();

  /** The name itself, or one with the component before it, and a number where that is taken too. */
  take(name: string, component: string): string {
    let free = name;
    for (let n = 1; this.#taken.has(free); n += 1) free = `${component} ${name}${n === 1 ? "" : ` (${n})`}`;
    this.#taken.add(free);
    return free;
  }
}
