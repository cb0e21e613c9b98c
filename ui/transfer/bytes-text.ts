const units = ["B", "kB", "MB", "GB"] as const;
const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, useGrouping: false });

/** A size in bytes in few characters: `1.24 MB`; a MB is a million bytes. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let at = 0;
  // What would be printed as 1000 goes on to the next unit.
  while (value >= 999.5 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${digits.format(value)} ${units[at]}`;
}
