import type { Table } from "../../../analyzer/index.ts";
import type { Lost } from "./format.ts";
import { isXmlText, xmlText } from "./xml-text.ts";

/** Writes values as text of XML and keeps count of those with characters that XML cannot hold. */
export class XmlLosses {
  readonly #lost = new Map<string, { readonly table: Lost["table"]; readonly column: string; rows: number }>();

  write(table: Table | "dataset", column: string, value: string | number | boolean): string {
    const text = String(value);
    if (!isXmlText(text)) {
      const key = `${table}\n${column}`;
      const known = this.#lost.get(key) ?? { table, column, rows: 0 };
      known.rows += 1;
      this.#lost.set(key, known);
    }
    return xmlText(text);
  }

  get lost(): readonly Lost[] {
    const text = "It holds control characters, which XML cannot hold: each is written as U+FFFD.";
    return [...this.#lost.values()].map((each) => ({ ...each, text }));
  }
}
