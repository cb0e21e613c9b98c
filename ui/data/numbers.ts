const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const upToTwo = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });

/** A count: `1,204`. */
export const formatCount = (value: number): string => whole.format(value);

/** A measured value with at most two decimals: `44.29`. */
export const formatValue = (value: number): string => upToTwo.format(value);

/** A large value in few characters: `1.24M`. */
export const formatShort = (value: number): string => (value < 10_000 ? upToTwo.format(value) : short.format(value));

/** A share of 1: `43%`. */
export const formatShare = (value: number): string => percent.format(value);

/** An hour or a number of hours: `52 h`. */
export const formatHours = (value: number): string => `${upToTwo.format(value)} h`;

/** `1 asset`, `7 assets`. */
export const formatPlural = (count: number, one: string, many = `${one}s`): string =>
  `${whole.format(count)} ${count === 1 ? one : many}`;
