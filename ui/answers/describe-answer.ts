import { type FieldWords, fieldWords, nestedWords } from "./field-words.ts";

/** What stands in one cell: a value, two ends of an interval, or a list. */
export type CellValue = null | string | number | boolean | readonly (string | number | null)[];

/** A value with its words; nested ones keep the words of what they are in. */
export interface DescribedField {
  readonly path: readonly string[];
  readonly title: string;
  readonly words: FieldWords;
}

export interface DescribedFact extends DescribedField {
  readonly value: CellValue;
}

export interface DescribedTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly DescribedField[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** A named part of an answer whose values belong together. */
export interface DescribedPart {
  readonly title: string;
  readonly facts: readonly DescribedFact[];
}

export interface DescribedAnswer {
  readonly facts: readonly DescribedFact[];
  readonly parts: readonly DescribedPart[];
  readonly tables: readonly DescribedTable[];
}

type Plain = Readonly<Record<string, unknown>>;

/** Told elsewhere: by the line of provenance, as a warning, or by the form. `before` and `after` only where they are whole results. */
const toldElsewhere: ReadonlySet<string> = new Set([
  "kind",
  "of",
  "engine",
  "dataset",
  "overlays",
  "resultHash",
  "scenario",
  "warnings",
]);

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): value is null | string | number | boolean =>
  value === null || ["string", "number", "boolean"].includes(typeof value);
const isResult = (value: unknown): boolean => isPlain(value) && "kind" in value && "horizonHours" in value;

/** Lays an answer of any kind out as facts and tables, the longest table first. Linear in what it holds. */
export function describeAnswer(result: Plain): DescribedAnswer {
  const answer = String(result["kind"]);
  const facts: DescribedFact[] = [];
  const parts: DescribedPart[] = [];
  const tables: DescribedTable[] = [];
  for (const [name, value] of Object.entries(result)) {
    if (toldElsewhere.has(name) || isResult(value)) continue;
    const { title } = fieldWords(answer, name);
    if (Array.isArray(value) && value.some(isPlain)) {
      tables.push(tableOf(answer, name, title, value.filter(isPlain)));
    } else if (isPlain(value) && isKeyedTable(value)) {
      tables.push(tableOf(answer, name, title, keyedRows(answer, value)));
    } else if (isPlain(value)) {
      parts.push({ title, facts: factsOf(answer, value, [name], 1) });
      tables.push(...innerTables(answer, name, value));
    } else facts.push(...factsOf(answer, { [name]: value }, []));
  }
  const filled = tables.filter(({ rows }) => rows.length > 0).sort((a, b) => b.rows.length - a.rows.length);
  return { facts, parts, tables: filled };
}

/** Values of one shape under different names, such as totals before and after; some may not be known. */
function isKeyedTable(value: Plain): boolean {
  const values = Object.values(value).filter((each) => each !== null);
  const [first] = values;
  if (values.length < 2 || !isPlain(first)) return false;
  const shape = Object.keys(first).join();
  return values.every((each) => isPlain(each) && Object.keys(each).join() === shape);
}

const keyedRows = (answer: string, value: Plain): Plain[] =>
  Object.entries(value).map(([name, row]) => {
    const { title, unit } = fieldWords(answer, name);
    return { measure: title, unit: unit ?? "", ...(isPlain(row) ? row : {}) };
  });

function innerTables(answer: string, part: string, value: Plain): DescribedTable[] {
  const { title } = fieldWords(answer, part);
  return Object.entries(value).flatMap(([name, inner]) =>
    Array.isArray(inner) && inner.some(isPlain)
      ? [tableOf(answer, name, `${title}: ${fieldWords(answer, name).title}`, inner.filter(isPlain), [part, name])]
      : [],
  );
}

/** @param told how much of the path the heading says already */
function factsOf(answer: string, value: Plain, path: readonly string[], told = 0): DescribedFact[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...path, name];
    if (isPlain(inner)) return factsOf(answer, inner, here, told);
    if (isScalar(inner)) return [{ ...fieldAt(answer, here, told), value: inner }];
    if (Array.isArray(inner) && inner.every(isScalar)) {
      return [{ ...fieldAt(answer, here, told), value: inner as CellValue }];
    }
    return [];
  });
}

function tableOf(
  answer: string,
  name: string,
  title: string,
  rows: readonly Plain[],
  within: readonly string[] = [],
): DescribedTable {
  const columns = new Map<string, DescribedField>();
  const flat = rows.map((row) => {
    const cells = new Map<string, CellValue>();
    for (const { value, ...field } of factsOf(answer, row, within, within.length)) {
      columns.set(field.path.join("."), field);
      cells.set(field.path.join("."), value);
    }
    return cells;
  });
  return {
    name,
    title,
    columns: [...columns.values()],
    rows: flat.map((cells) => [...columns.keys()].map((key) => cells.get(key) ?? null)),
  };
}

function fieldAt(answer: string, path: readonly string[], told: number): DescribedField {
  const words = nestedWords(answer, path);
  const above = path.slice(told, -1).at(-1);
  if (above === undefined) return { path, title: words.title, words };
  const { title } = fieldWords(answer, above);
  return { path, title: path.at(-1) === "share" ? title : `${title}, ${words.title.toLowerCase()}`, words };
}
