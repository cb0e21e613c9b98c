const special = /[&<>"\t\n\r]/gu;
const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// What XML 1.0 cannot hold in any way: control characters but some, halves of surrogate pairs, two code points.
const forbidden = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Text as it is written into an element or attribute of XML, line breaks and tabs kept. What XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(forbidden, "\uFFFD")
    .replace(special, (character) => named[character] ?? `&#${character.charCodeAt(0)};`);
}

/** Whether XML can hold the text as it is. */
export function isXmlText(text: string): boolean {
  return text.search(forbidden) === -1;
}
