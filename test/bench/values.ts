/** How far two values of the same kind may be apart, in relation to the larger of them; two zeros are equal. */
const relativeMost = 1e-9;

/** Values as an answer that `valuesDiffer` compares. */
export function valuesText(values: ArrayLike<number>): string {
  return JSON.stringify(Array.from(values));
}

/** What keeps two lists of values, each as JSON, from being the same; null where nothing does. */
export function valuesDiffer(ours: string, peers: string): string | null {
  // What is no number is null in JSON.
  const [one, other] = [ours, peers].map((text) =>
    (JSON.parse(text) as (number | null)[]).map((value) => value ?? Number.NaN),
  );
  if (one === undefined || other === undefined) throw new Error("two lists are compared");
  if (one.length !== other.length) return `${one.length} values of ours, ${other.length} of the peer`;
  const largest = one.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (const [at, value] of one.entries()) {
    const theirs = other[at]!;
    const scale = Math.max(Math.abs(value), Math.abs(theirs), largest * Number.EPSILON);
    if (!(Math.abs(value - theirs) <= relativeMost * scale)) return `value ${at} is ${value}, the peer's ${theirs}`;
  }
  return null;
}
