import { countries } from "countries-list";

/** Names that sources use, besides those of the list. */
const otherNames: readonly (readonly [string, string])[] = [
  ["burma", "MM"],
  ["congo (brazzaville)", "CG"],
  ["congo (kinshasa)", "CD"],
  ["czechia", "CZ"],
  ["czech republic", "CZ"],
  ["east timor", "TL"],
  ["kosovo", "XK"],
  ["macedonia", "MK"],
  ["moldova", "MD"],
  ["north macedonia", "MK"],
  ["russia", "RU"],
  ["swaziland", "SZ"],
  ["turkey", "TR"],
  ["türkiye", "TR"],
];
const codes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(countries).map(([code, { name }]) => [name.toLowerCase(), code] as const),
  ...otherNames,
]);

/** The code of the State of an English name; null for one that is not known. */
export function codeOfName(name: string): string | null {
  return codes.get(name.trim().toLowerCase()) ?? null;
}
