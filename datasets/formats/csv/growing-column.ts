/** A column of numbers that blocks of rows are appended to, in room that doubles. */
export class GrowingColumn<Values extends Int32Array | Float64Array> {
  #room: Values;
  #count = 0;

  /** @param room what the column starts with, empty or not: its values are not those of the column */
  constructor(room: Values) {
    this.#room = room;
  }

  /** [row] the values so far; a view that the next block may leave behind. */
  get values(): Values {
    return this.#room.subarray(0, this.#count) as Values;
  }

  at(row: number): number {
    return this.#room[row]!;
  }

  /** Makes room for so many values in all, where it is known how many come: what room that doubles leaves behind has to be collected. */
  reserve(length: number): void {
    if (length > this.#room.length) this.#move(length);
  }

  /** Appends the first `count` values of a block. */
  append(block: Values, count: number): void {
    const least = this.#count + count;
    if (least > this.#room.length) this.#move(Math.max(least, 2 * this.#room.length));
    this.#room.set(block.subarray(0, count), this.#count);
    this.#count = least;
  }
  #move(length: number): void {
    const make = this.#room.constructor as new (length: number) => Values;
    const larger = new make(length);
    larger.set(this.values);
    this.#room = larger;
  }
}
