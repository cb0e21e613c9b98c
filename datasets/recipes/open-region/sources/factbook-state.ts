import { codeOfName } from "../../../formats/foreign/country-names.ts";

/** The Factbook's own codes of countries whose names the extract has lost, as `none` or a part of them. */
const codes: ReadonlyMap<string, string> = new Map([
  ["ae", "AE"],
  ["ct", "CF"],
  ["dr", "DO"],
  ["en", "EE"],
  ["fk", "FK"],
  ["fm", "FM"],
  ["io", "IO"],
  ["iv", "CI"],
  ["mc", "MO"],
  ["sh", "SH"],
  ["vq", "VI"],
]);

/** Names of the Factbook that are not of the common list. */
const names: ReadonlyMap<string, string> = new Map([
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
  return codeOfName(name) ?? names.get(name) ?? codes.get(factbookCode) ?? null;
}
