/**
 * A sum kept in two doubles, the second holding what the first cannot (Dekker 1971): about 106 bits. Whole numbers up to
 * 2^104 are summed exactly; what is taken away again leaves nothing behind that matters.
 */
export class TwoLimbSum {
  private high = 0;
  private low = 0;

  clear(): void {
    this.high = 0;
    this.low = 0;
  }

  add(value: number): void {
    this.addLimbs(value, 0);
  }

  addProduct(x: number, y: number): void {
    const product = x * y;
    this.addLimbs(product, x === 1 || x === -1 ? 0 : productError(x, y, product));
  }

  /** `this x factor - other`, as one double. */
  timesLess(factor: number, other: TwoLimbSum): number {
    const product = this.high * factor;
    const error = productError(this.high, factor, product) + this.low * factor;
    const difference = product - other.high;
    const back = difference - product;
    const lost = product - (difference - back) - (other.high + back);
    return difference + (lost + (error - other.low));
  }

  private addLimbs(value: number, rest: number): void {
    const sum = this.high + value;
    const back = sum - this.high;
    const lost = this.high - (sum - back) + (value - back);
    const low = this.low + lost + rest;
    this.high = sum + low;
    this.low = low - (this.high - sum);
  }
}

const splitter = 2 ** 27 + 1;

/** What the product of two doubles rounds away (Veltkamp's split). */
function productError(x: number, y: number, product: number): number {
  const xWide = x * splitter;
  const xHigh = xWide - (xWide - x);
  const xLow = x - xHigh;
  const yWide = y * splitter;
  const yHigh = yWide - (yWide - y);
  const yLow = y - yHigh;
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}
