/**
 * Count, mean and sum of squared distances from the mean of a stream of numbers, in one pass (Welford 1962); two
 * streams are joined by Chan, Golub and LeVeque's rule (1979). Equal numbers have exactly their own mean and exactly no
 * spread. The result depends on the order of adding and joining, so both are done in the order of trials.
 */
export class Moments {
  constructor(
    public count = 0,
    public mean = 0,
    public squares = 0,
  ) {}

  add(value: number): void {
    this.count += 1;
    const distance = value - this.mean;
    this.mean += distance / this.count;
    this.squares += distance * (value - this.mean);
  }

  /** Adds a whole other stream. */
  join({ count, mean, squares }: Readonly<Pick<Moments, "count" | "mean" | "squares">>): void {
    if (count === 0) return;
    const total = this.count + count;
    const distance = mean - this.mean;
    this.squares += squares + (distance * distance * this.count * count) / total;
    this.mean = this.count === 0 ? mean : this.mean + (distance * count) / total;
    this.count = total;
  }

  /** Adds zeros, as many as are missing to `count`. */
  fillTo(count: number): void {
    this.join({ count: count - this.count, mean: 0, squares: 0 });
  }

  /** Estimated variance of what the numbers were drawn from; null for fewer than two. */
  get variance(): number | null {
    return this.count < 2 ? null : this.squares / (this.count - 1);
  }
}

/** The moments of numbers in their order. O(n). */
export function momentsOf(values: Iterable<number>): Moments {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  return moments;
}
