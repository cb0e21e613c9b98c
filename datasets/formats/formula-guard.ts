/*
 * A spreadsheet runs a cell that starts like a formula. So that an exported file is safe to open and still the same data
 * when read again, text that starts with (spaces and) one of = + - @, a tab or a carriage return is written with one
 * apostrophe in front, the spreadsheets' own sign for "this is text", and read with one less. Text that already starts
 * with apostrophes before such a sign gets one more, so that no two texts are written alike. Numbers are never touched.
 */
const formulaStart = /^'*\s*[=+\-@\t\r＝＋－＠]/u;
const guardedStart = /^'+\s*[=+\-@\t\r＝＋－＠]/u;

/** Text as it is written into a CSV cell. */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The inverse of `guardFormula`. */
export function unguardFormula(cell: string): string {
  return cell.charCodeAt(0) === 0x27 && guardedStart.test(cell) ? cell.slice(1) : cell;
}
