/** A dependency between two assets, by their places in canonical order. */
export interface Link {
  readonly provider: number;
  readonly dependent: number;
}

/**
 * Looks for the shortest chain of dependencies from a provider to what depends on it in the end, one layer after the other: ask
 * the store for all links of `layer`, and `take` them, until it `isOver`. Of several shortest chains it is the one whose ids
 * come first, compared from the start: assets of a layer stand in the order of their own first chains.
 *
 * Cost: O(assets + links) within `maxSteps`; as many queries as the chain has steps.
 */
export class ChainSearch {
  readonly #target: number;
  readonly #maxSteps: number;
  /** Whom each asset that was reached was first reached from. */
  readonly #from = new Map<number, number | null>();
  #layer: readonly number[];
  #steps = 0;

  constructor(start: number, target: number, maxSteps: number) {
    this.#target = target;
    this.#maxSteps = maxSteps;
    this.#from.set(start, null);
    this.#layer = [start];
  }

  /** The assets whose dependents are not known yet. */
  get layer(): readonly number[] {
    return this.#layer;
  }

  get isOver(): boolean {
    return this.#from.has(this.#target) || this.#layer.length === 0 || this.#steps >= this.#maxSteps;
  }

  /** All links from the assets of the layer, in any order and as often as there are. */
  take(links: readonly Link[]): void {
    const dependents = new Map<number, number[]>(this.#layer.map((place) => [place, []]));
    for (const { provider, dependent } of links) dependents.get(provider)?.push(dependent);
    const next: number[] = [];
    for (const [provider, places] of dependents)
      for (const place of places.sort((a, b) => a - b)) {
        if (this.#from.has(place)) continue;
        this.#from.set(place, provider);
        next.push(place);
      }
    this.#layer = next;
    this.#steps += 1;
  }

  /** The places of the chain, both ends among them; null where there is none. */
  get chain(): number[] | null {
    if (!this.#from.has(this.#target)) return null;
    const places: number[] = [];
    for (let at: number | null = this.#target; at !== null; at = this.#from.get(at) ?? null) places.push(at);
    return places.reverse();
  }
}
