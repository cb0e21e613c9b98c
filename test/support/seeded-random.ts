/**
 * A sequential generator for test data (Bob Jenkins's "small fast" generator of 32 bits): the same seed gives the same
 * numbers everywhere.
 */
export class SeededRandom {
  private a = 0xf1ea5eed | 0;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    this.b = seed | 0;
    this.c = seed | 0;
    this.d = seed | 0;
    for (let round = 0; round < 20; round += 1) this.bits();
  }

  /** 32 random bits. */
  bits(): number {
    const e = (this.a - ((this.b << 27) | (this.b >>> 5))) | 0;
    this.a = this.b ^ ((this.c << 17) | (this.c >>> 15));
    this.b = (this.c + this.d) | 0;
    this.c = (this.d + e) | 0;
    this.d = (e + this.a) | 0;
    return this.d >>> 0;
  }

  /** A number in [0, 1). */
  unit(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }

  /** The numbers 0..count-1 in random order (Fisher and Yates). */
  permutation(count: number): Int32Array {
    const order = Int32Array.from({ length: count }, (_, position) => position);
    for (let last = count - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      const moved = order[last]!;
      order[last] = order[other]!;
      order[other] = moved;
    }
    return order;
  }
}
