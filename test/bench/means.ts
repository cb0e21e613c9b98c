/** The mean of some trials and its standard error. */
export interface Mean {
  readonly mean: number;
  readonly error: number;
}

/** Of independent values. The error of fewer than two is unknown: NaN. */
export function meanOf(values: ArrayLike<number>): Mean {
  const count = values.length;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += values[at]!;
  const mean = sum / count;
  let squares = 0;
  for (let at = 0; at < count; at += 1) squares += (values[at]! - mean) ** 2;
  return { mean, error: count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1) / count) };
}

/** How many standard errors two means may lie apart before they count as different. */
const errorsMost = 4;

/** What keeps two means, each as JSON, from being those of one distribution; null where nothing does. */
export function meansDiffer(ours: string, peers: string): string | null {
  const [one, other] = [ours, peers].map((text) => JSON.parse(text) as Mean);
  if (one === undefined || other === undefined) throw new Error("two means are compared");
  const apart = Math.abs(one.mean - other.mean) / Math.hypot(one.error, other.error);
  if (one.mean === other.mean || apart <= errorsMost) return null;
  return `the means ${one.mean} and ${other.mean} are ${apart.toFixed(1)} standard errors apart`;
}
