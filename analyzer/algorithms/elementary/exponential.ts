import { ln2High, ln2Low } from "./natural-log.ts";

const bits = new DataView(new ArrayBuffer(8));

/**
 * e to the power x, to about one unit in the last place, with the same bits in every JavaScript engine (see
 * `naturalLog`). Above 709.78 Infinity, below -745.13 zero.
 *
 * Method: x = k ln 2 + r with |r| at most ln 2 / 2, then the series of e^r.
 */
export function exponential(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  const k = Math.round(x / (ln2High + ln2Low));
  const r = x - k * ln2High - k * ln2Low;
  let series = 1;
  for (let term = 14; term >= 1; term -= 1) series = 1 + (r * series) / term;
  // In two steps, since 2^k alone can be too large or too small for a number.
  const half = Math.trunc(k / 2);
  return series * powerOfTwo(half) * powerOfTwo(k - half);
}

/** 2 to a whole power from -1022 to 1023. */
function powerOfTwo(power: number): number {
  bits.setUint32(0, (power + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}
