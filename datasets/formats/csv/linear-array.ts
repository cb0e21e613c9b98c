import type { CsvMemory } from "./csv-memory.ts";

type Numbers = Int32Array | Float64Array;

/** The kind of a view. */
interface NumbersKind<View extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): View;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): View;
}

/** An array in linear memory. Its address stays until it is given more room, its view until the memory grows. */
export class LinearArray<View extends Numbers> {
  address = 0;
  #length = 0;
  readonly #memory: CsvMemory;
  readonly #kind: NumbersKind<View>;
  #view: View;
  /** Growths of the memory when the view was made. */
  #growths = 0;

  constructor(memory: CsvMemory, kind: NumbersKind<View>, length = 0) {
    this.#memory = memory;
    this.#kind = kind;
    this.#view = new kind(0);
    this.makeRoom(length);
  }

  /** What it holds, to be read and written until the memory grows: not to be kept. */
  get view(): View {
    if (this.#growths !== this.#memory.growths) this.#renew();
    return this.#view;
  }

  get length(): number {
    return this.#length;
  }

  /** Makes room for so many numbers; where there is not enough yet, what it holds is lost. */
  makeRoom(length: number): void {
    if (length <= this.#length) return;
    this.giveBack();
    this.address = this.#memory.take(length * this.#kind.BYTES_PER_ELEMENT);
    this.#length = length;
    this.#renew();
  }

  /** Makes room for so many numbers, and keeps those that it holds. */
  extend(length: number): void {
    const [address, byteLength] = [this.address, this.#length * this.#kind.BYTES_PER_ELEMENT];
    const longer = this.#memory.take(length * this.#kind.BYTES_PER_ELEMENT);
    this.#memory.bytes.copyWithin(longer, address, address + byteLength);
    this.giveBack();
    [this.address, this.#length] = [longer, length];
    this.#renew();
  }

  /** Gives its room back; it is empty then. */
  giveBack(): void {
    if (this.#length === 0) return;
    this.#memory.giveBack(this.address, this.#length * this.#kind.BYTES_PER_ELEMENT);
    this.#length = 0;
    this.#view = new this.#kind(0);
  }

  #renew(): void {
    if (this.#length > 0) this.#view = new this.#kind(this.#memory.bytes.buffer, this.address, this.#length);
    this.#growths = this.#memory.growths;
  }
}
