const plain = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat("en", { maximumFractionDigits: 2, signDisplay: "exceptZero" });

/** A number for people: thousands set apart, at most two decimals; what is not known says so. */
export function quantity(value: number | null | undefined): string {
  return value === null || value === undefined ? "unknown" : plain.format(value);
}

/** As `quantity`, with a sign. */
export function change(value: number): string {
  return signed.format(value);
}

/** `1 asset`, `2 assets`, `2 dependencies`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${plain.format(count)} ${count === 1 ? one : many}`;
}

/** A time that is only roughly known: `about 4 s`, `about 3 min`, `about 2.5 h`. */
export function durationText(seconds: number): string {
  if (seconds < 1) return "less than 1 s";
  if (seconds < 100) return `about ${Math.round(seconds)} s`;
  if (seconds < 6000) return `about ${Math.round(seconds / 60)} min`;
  return `about ${plain.format(Math.round(seconds / 360) / 10)} h`;
}

const precise = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** As `quantity`; what is below 1 keeps three digits, as shares and probabilities need them. */
export function figure(value: number): string {
  return Math.abs(value) < 1 ? precise.format(value) : plain.format(value);
}
