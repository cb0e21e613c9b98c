import { canonicalJson } from "./canonical-json.ts";

type Values = Readonly<Record<string, unknown>>;

/** A property on its way into text: what stands before its value, and the value written last. */
interface Field {
  readonly name: string;
  readonly lead: string;
  last: unknown;
  lastText: string;
}

/** What has to be written with a backslash, and halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/**
 * Rows as canonical JSON. Rows of a table mostly have the same properties, and many the same values: the order of the keys is
 * found once for each shape, and a value that comes again is written once.
 */
export class CanonicalRows {
  readonly #fields = new Map<string, Field>();
  #keys: readonly string[] = [];
  #ordered: readonly Field[] = [];

  /** The text of a row: that of `canonicalJson`. */
  text(row: object): string {
    const values = row as Values;
    let text = "{";
    for (const field of this.#fieldsOf(Object.keys(row))) {
      const value = values[field.name];
      if (value === undefined) continue;
      if (value !== field.last) {
        field.last = value;
        field.lastText = field.lead + valueText(value);
      }
      text += text === "{" ? field.lastText : `,${field.lastText}`;
    }
    return `${text}}`;
  }

  #fieldsOf(keys: readonly string[]): readonly Field[] {
    if (!isSame(keys, this.#keys)) {
      this.#keys = keys;
      this.#ordered = keys.toSorted().map((name) => this.#field(name));
    }
    return this.#ordered;
  }

  #field(name: string): Field {
    let field = this.#fields.get(name);
    if (field === undefined) {
      field = { name, lead: `${JSON.stringify(name)}:`, last: undefined, lastText: "" };
      this.#fields.set(name, field);
    }
    return field;
  }
}

function isSame(keys: readonly string[], others: readonly string[]): boolean {
  if (keys.length !== others.length) return false;
  for (let at = 0; at < keys.length; at += 1) if (keys[at] !== others[at]) return false;
  return true;
}

function valueText(value: unknown): string {
  if (typeof value === "string" && !needsEscape.test(value)) return `"${value}"`;
  return canonicalJson(value);
}
