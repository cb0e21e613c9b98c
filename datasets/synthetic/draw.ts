/**
 * A number in [0, 1) for the n-th thing of a stream, always the same for a seed: the finaliser of MurmurHash3 over seed, stream
 * and number. Nothing is drawn one after the other, so that a change to one rule leaves what others draw as it was.
 */
export function draw(seed: number, stream: number, n: number): number {
  let bits = mix(mix(mix(seed) ^ stream) ^ n);
  bits = mix(bits + 0x9e3779b9);
  return (bits >>> 0) / 2 ** 32;
}

function mix(bits: number): number {
  let mixed = bits ^ (bits >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
