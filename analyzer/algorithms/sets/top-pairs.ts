/** A pair of sources, the lower first, and its value. */
export interface PairValue {
  readonly first: number;
  readonly second: number;
  readonly value: number;
}

/** Highest value first, exact ties by the first source and then the second. */
function comparePairs(x: PairValue, y: PairValue): number {
  return y.value - x.value || x.first - y.first || x.second - y.second;
}

/** The pairs of highest value of all that it was offered, at most so many. */
export class TopPairs {
  private readonly kept: PairValue[] = [];

  constructor(private readonly most: number) {}

  /** The pairs, highest first. */
  get pairs(): readonly PairValue[] {
    return this.kept;
  }

  /** The value below which nothing is kept any more. */
  get least(): number {
    return this.kept.length < this.most ? Number.NEGATIVE_INFINITY : this.kept.at(-1)!.value;
  }

  /** Whether a pair would be kept if it had this value. */
  admits(first: number, second: number, value: number): boolean {
    return this.kept.length < this.most || comparePairs({ first, second, value }, this.kept.at(-1)!) < 0;
  }

  /** O(most). */
  offer(first: number, second: number, value: number): void {
    if (!this.admits(first, second, value)) return;
    const pair = { first, second, value };
    let place = this.kept.length;
    while (place > 0 && comparePairs(pair, this.kept[place - 1]!) < 0) place -= 1;
    this.kept.splice(place, 0, pair);
    if (this.kept.length > this.most) this.kept.pop();
  }
}
