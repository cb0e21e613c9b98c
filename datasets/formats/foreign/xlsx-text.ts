import { xmlText } from "./xml-text.ts";

/*
 * Workbooks hold what XML cannot as `_xHHHH_`, the four digits of a UTF-16 unit in base 16, and a text that looks like one with
 * its first underscore escaped so itself. Line ends would lose their carriage returns otherwise.
 */
const escaped = /_x([0-9a-f]{4})_/giu;
// What is escaped begins with an underscore as well.
const looksEscaped = /_(?=x[0-9a-f]{4}[_\p{Cc}\p{Cs}\uFFFE\uFFFF])/giu;
const units = /(?![\t\n\u007F-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Text as it is written into a cell of a sheet. */
export function writeXlsxText(text: string): string {
  return xmlText(text.replace(looksEscaped, "_x005F_").replace(units, escapeUnit));
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** The inverse of `writeXlsxText`, once the XML is read. */
export function readXlsxText(text: string): string {
  return text.replace(escaped, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
