const halfRoot = Math.SQRT1_2;
/** The natural logarithm of 2 in two parts; the first has room for a whole exponent without rounding. */
export const ln2High = 6.9314718036912381649e-1;
export const ln2Low = 1.90821492927058770002e-10;

const twoTo54 = 18014398509481984;
const bits = new DataView(new ArrayBuffer(8));

/**
 * Natural logarithm of a number above 0, to about one unit in the last place; 0 gives -Infinity. Made of additions,
 * multiplications and one division, which every JavaScript engine rounds alike: `Math.log` may differ in its last bit
 * from one to another, and a trial would then not be the same trial everywhere.
 *
 * Method: x = 2^e m with m in [sqrt(1/2), sqrt(2)), log m = 2 artanh((m - 1) / (m + 1)) as a series.
 */
export function naturalLog(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (!(x > 0)) return Number.NaN;
  // A number too small for the usual layout is first made larger.
  const isSubnormal = x < 2.2250738585072014e-308;
  bits.setFloat64(0, isSubnormal ? x * twoTo54 : x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - 1023 - (isSubnormal ? 54 : 0);
  bits.setUint32(0, (high & 0x000fffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa >= 2 * halfRoot) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let series = 0;
  for (let odd = 23; odd >= 3; odd -= 2) series = square * (1 / odd + series);
  return exponent * ln2High + (2 * s + (2 * s * series + exponent * ln2Low));
}
