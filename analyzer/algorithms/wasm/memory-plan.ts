type Column = Int32Array | Uint8Array | Float64Array;

/** Where the first array may stand: below lies what the compiler keeps for itself, and the table of addresses. */
const firstByte = 4096;
/** The table of addresses, which a kernel is told. */
const tableByte = 1024;
/** Arrays start on a cache line. */
const alignment = 64;

/**
 * Plans the linear memory of a kernel: arrays to be copied in and room for others, one after the other. The addresses are
 * handed over as a table in the order in which the arrays were added.
 */
export class MemoryPlan {
  /** How much memory is needed. */
  bytes = firstByte;
  private readonly addresses: number[] = [];
  private readonly copies: { readonly address: number; readonly column: Column }[] = [];
  private readonly zeros: { readonly address: number; readonly byteLength: number }[] = [];

  /** Room that is copied from an array. Returns the address. */
  copy(column: Column): number {
    const address = this.scratch(column.byteLength);
    this.copies.push({ address, column });
    return address;
  }

  /** Room of zeros. Returns the address. */
  room(byteLength: number): number {
    const address = this.scratch(byteLength);
    this.zeros.push({ address, byteLength });
    return address;
  }

  /** Room that holds anything. Returns the address. */
  scratch(byteLength: number): number {
    const address = this.bytes;
    this.bytes += Math.ceil(byteLength / alignment) * alignment;
    this.addresses.push(address);
    return address;
  }

  /** Copies everything into memory, fresh or used before. Returns the address of the table. */
  fill(buffer: ArrayBuffer): number {
    new Uint32Array(buffer, tableByte, this.addresses.length).set(this.addresses);
    for (const { address, byteLength } of this.zeros) new Uint8Array(buffer, address, byteLength).fill(0);
    for (const { address, column } of this.copies) {
      const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
      new Uint8Array(buffer, address, column.byteLength).set(bytes);
    }
    return tableByte;
  }
}
