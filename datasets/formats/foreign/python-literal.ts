/** A literal of Python: lists, tuples and sets are lists; a dictionary is a map; None and nan are null. */
export type PythonValue = string | number | boolean | null | readonly PythonValue[] | ReadonlyMap<string, PythonValue>;

const deepest = 32;
const words: ReadonlyMap<string, PythonValue> = new Map<string, PythonValue>([
  ["None", null],
  ["nan", null],
  ["True", true],
  ["False", false],
  ["set()", []],
]);
const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
]);
const closing: ReadonlyMap<string, string> = new Map([
  ["[", "]"],
  ["(", ")"],
  ["{", "}"],
]);
const token =
  /\s*(?:(?<text>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<word>None|nan|True|False|set\(\))|(?<sign>[[\](){},:]))\s*/uy;

/**
 * Reads the text of a cell as a literal of Python; undefined where it is none. Nothing is ever evaluated: names, calls,
 * operators and joined texts are no literals here.
 */
export function parsePython(text: string): PythonValue | undefined {
  const reader = new Reader(text);
  try {
    const value = reader.value(0);
    return reader.isAtEnd ? value : undefined;
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}

class NoLiteral extends Error {}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  value(depth: number): PythonValue {
    const { text, number, word, sign = "" } = this.#next();
    if (text !== undefined) return unquote(text);
    if (number !== undefined) return Number(number);
    if (word !== undefined) return words.get(word) ?? null;
    const end = closing.get(sign);
    if (end === undefined || depth === deepest) throw new NoLiteral();
    return this.#items(end, depth + 1);
  }

  /** What stands between two brackets: values, or keys and values. */
  #items(end: string, depth: number): PythonValue {
    const items: PythonValue[] = [];
    const entries = new Map<string, PythonValue>();
    while (this.#peek() !== end) {
      const item = this.value(depth);
      if (end === "}" && this.#peek() === ":") {
        this.#next();
        if (typeof item !== "string" && typeof item !== "number") throw new NoLiteral();
        entries.set(String(item), this.value(depth));
      } else items.push(item);
      const sign = this.#peek();
      if (sign === ",") this.#next();
      else if (sign !== end) throw new NoLiteral();
    }
    this.#next();
    if (items.length > 0 && entries.size > 0) throw new NoLiteral();
    return end === "}" && items.length === 0 ? entries : items;
  }

  #peek(): string | undefined {
    token.lastIndex = this.#at;
    return token.exec(this.#text)?.groups?.["sign"];
  }

  #next(): Readonly<Record<string, string | undefined>> {
    token.lastIndex = this.#at;
    const found = token.exec(this.#text);
    if (found === null) throw new NoLiteral();
    this.#at = token.lastIndex;
    return found.groups ?? {};
  }
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/gu, (_, hex, unicode, sign) => {
    const code: string | undefined = hex ?? unicode;
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    const escaped = escapes.get(String(sign));
    if (escaped === undefined) throw new NoLiteral();
    return escaped;
  });
}
