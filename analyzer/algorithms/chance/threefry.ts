/** Constant of the key schedule (Skein's `C240`, low half). */
const parity = 0x1bd11bda;

/**
 * Threefry4x32-20: a keyed bijection of 128 bits whose outputs for any set of distinct counters pass the known batteries of
 * tests. Nothing is carried from one call to the next, so a number depends on key and counter alone, never on the order of
 * asking. Only 32-bit additions, rotations and exclusive ors: every machine computes the same words.
 *
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 * Cost: about 200 operations per call of four words.
 */
export class Threefry {
  private readonly key0: number;
  private readonly key1: number;
  private readonly key2: number;
  private readonly key3: number;
  private readonly key4: number;

  constructor(key0: number, key1: number, key2: number, key3: number) {
    this.key0 = key0 | 0;
    this.key1 = key1 | 0;
    this.key2 = key2 | 0;
    this.key3 = key3 | 0;
    this.key4 = parity ^ key0 ^ key1 ^ key2 ^ key3;
  }

  /** Writes the four words of a counter to `out[at]` to `out[at + 3]`. */
  // Flat and longer than other functions: it is the inner loop of every chance, and each rotation has its own constant.
  words(counter0: number, counter1: number, counter2: number, counter3: number, out: Int32Array, at: number): void {
    const { key0, key1, key2, key3, key4 } = this;
    let a = (counter0 + key0) | 0;
    let b = (counter1 + key1) | 0;
    let c = (counter2 + key2) | 0;
    let d = (counter3 + key3) | 0;
    // The words of the key that come next, moving round by one every four rounds.
    let next0 = key1;
    let next1 = key2;
    let next2 = key3;
    let next3 = key4;
    let next4 = key0;
    for (let injection = 1; ; injection += 1) {
      if ((injection & 1) === 1) {
        a = (a + b) | 0;
        b = ((b << 10) | (b >>> 22)) ^ a;
        c = (c + d) | 0;
        d = ((d << 26) | (d >>> 6)) ^ c;
        a = (a + d) | 0;
        d = ((d << 11) | (d >>> 21)) ^ a;
        c = (c + b) | 0;
        b = ((b << 21) | (b >>> 11)) ^ c;
        a = (a + b) | 0;
        b = ((b << 13) | (b >>> 19)) ^ a;
        c = (c + d) | 0;
        d = ((d << 27) | (d >>> 5)) ^ c;
        a = (a + d) | 0;
        d = ((d << 23) | (d >>> 9)) ^ a;
        c = (c + b) | 0;
        b = ((b << 5) | (b >>> 27)) ^ c;
      } else {
        a = (a + b) | 0;
        b = ((b << 6) | (b >>> 26)) ^ a;
        c = (c + d) | 0;
        d = ((d << 20) | (d >>> 12)) ^ c;
        a = (a + d) | 0;
        d = ((d << 17) | (d >>> 15)) ^ a;
        c = (c + b) | 0;
        b = ((b << 11) | (b >>> 21)) ^ c;
        a = (a + b) | 0;
        b = ((b << 25) | (b >>> 7)) ^ a;
        c = (c + d) | 0;
        d = ((d << 10) | (d >>> 22)) ^ c;
        a = (a + d) | 0;
        d = ((d << 18) | (d >>> 14)) ^ a;
        c = (c + b) | 0;
        b = ((b << 20) | (b >>> 12)) ^ c;
      }
      a = (a + next0) | 0;
      b = (b + next1) | 0;
      c = (c + next2) | 0;
      d = (d + next3 + injection) | 0;
      if (injection === 5) break;
      const first = next0;
      next0 = next1;
      next1 = next2;
      next2 = next3;
      next3 = next4;
      next4 = first;
    }
    out[at] = a;
    out[at + 1] = b;
    out[at + 2] = c;
    out[at + 3] = d;
  }
}
