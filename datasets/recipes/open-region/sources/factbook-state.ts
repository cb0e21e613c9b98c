import { codeOfName } from "../../../formats/foreign/country-names.ts";

/** Names and codes of the Factbook that are no names of the common list. Estonia's name is missing in the extract. */
const others: ReadonlyMap<string, string> = new Map([
  ["en", "EE"],
  ["DRC", "CD"],
  ["S. Korea", "KR"],
  ["The Bahamas", "BS"],
  ["The Gambia", "GM"],
  ["Timor-Leste", "TL"],
  ["Cote d'Ivoire", "CI"],
  ["UAE", "AE"],
  ["UK", "GB"],
  ["US", "US"],
  ["USA", "US"],
  ["NZ", "NZ"],
]);

/** The State that a row of the Factbook is about, by its name or its own code of the country; null where it is none's. */
export function factbookState(name: string, factbookCode = ""): string | null {
  return codeOfName(name) ?? others.get(name) ?? others.get(factbookCode) ?? null;
}
