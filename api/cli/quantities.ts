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
