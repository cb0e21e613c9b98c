/** Points of a plane in square cells, to find the nearest ones. Cost: as many cells as the ring holds, about one a look-up. */
export class NearestPoints {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #side: number;
  readonly #across: number;
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  /**
   * @param x places from 0 to `width`, likewise `y`
   * @param most how many points will be added, of these
   */
  constructor(x: Float64Array, y: Float64Array, width: number, most: number) {
    this.#x = x;
    this.#y = y;
    this.#across = Math.max(1, Math.floor(Math.sqrt(most / 2)));
    this.#side = width / this.#across;
    this.#first = new Int32Array(this.#across * this.#across).fill(-1);
    this.#next = new Int32Array(x.length).fill(-1);
  }

  add(point: number): void {
    const cell = this.#row(this.#y[point]!) * this.#across + this.#row(this.#x[point]!);
    this.#next[point] = this.#first[cell]!;
    this.#first[cell] = point;
  }

  /** At most `count` points nearest to one, itself left out: the nearest first, of equally near ones the lower number. */
  nearest(point: number, count: number): number[] {
    const [column, row] = [this.#row(this.#x[point]!), this.#row(this.#y[point]!)];
    const found: { readonly at: number; readonly far: number }[] = [];
    for (let ring = 0; ring < this.#across; ring += 1) {
      // Whatever lies in this ring or beyond is at least so far.
      const least = (ring - 1) * this.#side;
      if (found.length >= count && found[count - 1]!.far <= least * Math.max(0, least)) break;
      for (const cell of this.#ring(column, row, ring)) {
        for (let at = this.#first[cell]!; at !== -1; at = this.#next[at]!) {
          if (at === point) continue;
          const [dx, dy] = [this.#x[at]! - this.#x[point]!, this.#y[at]! - this.#y[point]!];
          found.push({ at, far: dx * dx + dy * dy });
        }
      }
      found.sort((a, b) => a.far - b.far || a.at - b.at);
      found.length = Math.min(found.length, count);
    }
    return found.map(({ at }) => at);
  }

  #row(place: number): number {
    return Math.min(this.#across - 1, Math.max(0, Math.floor(place / this.#side)));
  }

  *#ring(column: number, row: number, ring: number): Generator<number> {
    for (let y = row - ring; y <= row + ring; y += 1) {
      if (y < 0 || y >= this.#across) continue;
      const step = y === row - ring || y === row + ring ? 1 : Math.max(1, 2 * ring);
      for (let x = column - ring; x <= column + ring; x += step) {
        if (x >= 0 && x < this.#across) yield y * this.#across + x;
      }
    }
  }
}
