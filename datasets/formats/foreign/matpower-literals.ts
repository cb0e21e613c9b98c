import type { Caps } from "../caps.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import type { IssueList } from "../issue-list.ts";

/** What `mpc.NAME = ...` states: a number, a text, or a list of rows (a matrix of numbers, or a cell array). */
export type Literal = number | string | readonly LiteralRow[];

export interface LiteralRow {
  /** Line of the file, from 1. */
  readonly row: number;
  readonly values: readonly (number | string)[];
}

/** A list whose closing bracket has not come yet. */
interface OpenList {
  readonly closing: string;
  readonly rows: LiteralRow[];
  values: (number | string)[];
  /** Line of the first of `values`. */
  row: number;
}

const token = /\s+|%.*|\.\.\..*|'(?:[^']|'')*'|"(?:[^"]|"")*"|[[\]{};,=]|[^\s%[\]{};,='"]+|./gu;
const numberPattern = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|Inf|NaN)$/u;
const closings: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/**
 * Reads the literals that a MATPOWER case file assigns to the fields of its struct, line by line. Nothing is evaluated: a
 * statement that is neither the header of the function nor the assignment of a literal is told as an error, and reading
 * goes on after it. Throws ReadError over the caps on rows and columns.
 */
export class MatpowerLiterals {
  /** By the name of the field. */
  readonly fields = new Map<string, { readonly row: number; readonly value: Literal }>();
  /** Of the function, which is the name of the case; empty before the header was read. */
  caseName = "";
  readonly #file: string;
  readonly #caps: Caps;
  readonly #issues: IssueList;
  #struct = "";
  #statement: string[] = [];
  #statementRow = 0;
  #open: OpenList | null = null;
  #isComment = false;
  #isSkipping = false;

  constructor(file: string, caps: Caps, issues: IssueList) {
    this.#file = file;
    this.#caps = caps;
    this.#issues = issues;
  }

  /** Takes the next line, without its end. */
  line(row: number, text: string): void {
    if (/^\s*%[{}]\s*$/u.test(text)) {
      this.#isComment = text.includes("{");
      return;
    }
    if (this.#isComment) return;
    if (this.#header(text)) return;
    let continues = false;
    for (const word of text.match(token) ?? []) {
      if (/^[\s%]/u.test(word)) continue;
      if (word.startsWith("...")) continues = true;
      else this.#take(row, word);
    }
    if (continues) return;
    if (this.#open === null) this.#end();
    else this.#endRow(row);
  }

  /** Ends the file. */
  finish(row: number): void {
    if (this.#open !== null) this.#refuse(row, `A ${this.#open.closing} is missing at the end`);
    this.#open = null;
    this.#end();
  }

  #header(text: string): boolean {
    if (this.#struct !== "" || this.#statement.length > 0) return false;
    const header = /^\s*function\s+([A-Za-z]\w*)\s*=\s*([A-Za-z]\w*)\s*(?:\(\s*\))?\s*;?\s*(?:%.*)?$/u.exec(text);
    if (header === null) return false;
    [, this.#struct = "", this.caseName = ""] = header;
    return true;
  }

  #take(row: number, word: string): void {
    if (this.#open !== null) this.#takeInside(row, word, this.#open);
    else if (word === ";" || word === ",") this.#end();
    else {
      if (this.#statement.length === 0) this.#statementRow = row;
      this.#statement.push(word);
      const closing = closings[word];
      if (closing === undefined || this.#isSkipping) return;
      if (this.#statement.length === 3 && this.#field() !== null) this.#open = { closing, rows: [], values: [], row };
      else this.#isSkipping = true;
    }
  }

  #takeInside(row: number, word: string, open: OpenList): void {
    if (word === ";") this.#endRow(row);
    else if (word === open.closing) {
      this.#endRow(row);
      this.#open = null;
      this.#statement.push(word);
      this.#state(open.rows);
    } else if (word !== ",") {
      const value = literalOf(word);
      if (value === null) this.#refuse(row, "A list may hold numbers and texts alone", word);
      else if (open.values.push(value) === 1) open.row = row;
      if (open.values.length <= this.#caps.columns) return;
      const text = `A row has more than ${this.#caps.columns} values.`;
      throw new ReadError("COLUMNS_TOO_MANY", { file: this.#file, row, text });
    }
  }

  #endRow(row: number): void {
    if (this.#open === null || this.#open.values.length === 0) return;
    this.#open.rows.push({ row: this.#open.row, values: this.#open.values });
    this.#open.values = [];
    if (this.#open.rows.length <= this.#caps.rows) return;
    const text = `A matrix has more than ${this.#caps.rows} rows.`;
    throw new ReadError("ROWS_TOO_MANY", { file: this.#file, row, text });
  }

  /** The field that the statement so far assigns to: `mpc.bus =`. */
  #field(): string | null {
    const [name = "", equals] = this.#statement;
    const prefix = `${this.#struct}.`;
    if (this.#struct === "" || equals !== "=" || !name.startsWith(prefix)) return null;
    const field = name.slice(prefix.length);
    return /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/u.test(field) ? field : null;
  }

  #state(value: Literal): void {
    const field = this.#field();
    if (field === null) return;
    if (this.fields.has(field)) this.#refuse(this.#statementRow, `${field} is assigned twice`);
    else this.fields.set(field, { row: this.#statementRow, value });
  }

  #end(): void {
    const statement = this.#statement;
    const [first, , last = ""] = statement;
    const value = literalOf(last);
    const isMatrix = statement.length === 4 && !this.#isSkipping && closings[last] === statement[3];
    if (statement.length === 3 && value !== null && this.#field() !== null) this.#state(value);
    else if (statement.length > 0 && !isMatrix && !(statement.length === 1 && first === "end")) {
      const said =
        "Only literal numbers, texts and lists assigned to the fields of the case are read; code is never run";
      this.#refuse(this.#statementRow, said, statement.join(" "));
    }
    this.#statement = [];
    this.#isSkipping = false;
  }

  #refuse(row: number, text: string, value?: string): void {
    this.#issues.add(formatIssue("MATPOWER_CODE", { file: this.#file, row, value, text: `${text}.` }));
  }
}

function literalOf(word: string): number | string | null {
  const [quote = ""] = word;
  if ((quote === "'" || quote === '"') && word.length > 1 && word.endsWith(quote))
    return word.slice(1, -1).replaceAll(quote + quote, quote);
  if (!numberPattern.test(word)) return null;
  return Number(word.replace("Inf", "Infinity"));
}
