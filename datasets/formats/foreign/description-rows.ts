import type { DatasetDescription } from "../../../analyzer/index.ts";
import { descriptionSchema } from "../description.ts";
import { inSchemaOrder } from "../in-schema-order.ts";
import { ReadError } from "../read-error.ts";

/*
 * A description as rows of a key and a value, for formats that are tables: the key is the path of a field, `sources/0/title`,
 * with `~1` for a slash and `~0` for a tilde in a name. A list or object without fields is the value `[]` or `{}`.
 */

/** What of a JSON Schema says how a value is kept. */
interface Shape {
  readonly type?: unknown;
  readonly pattern?: unknown;
  readonly minLength?: unknown;
  readonly properties?: Readonly<Record<string, object>>;
  readonly items?: object;
  readonly patternProperties?: Readonly<Record<string, object>>;
}

export interface DescriptionRow {
  readonly row: number;
  readonly key: string;
  readonly value: string;
}

/** The rows of a description, in the order of its fields. */
export function descriptionRows(description: DatasetDescription): (readonly [key: string, value: string | number])[] {
  return rowsOf(inSchemaOrder(descriptionSchema, description), []);
}

function rowsOf(value: unknown, path: readonly string[]): (readonly [string, string | number])[] {
  const key = path.map((word) => word.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
  if (typeof value !== "object" || value === null) return [[key, typeof value === "number" ? value : String(value)]];
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (fields.length === 0) return [[key, Array.isArray(value) ? "[]" : "{}"]];
  return fields.flatMap(([name, field]) => rowsOf(field, [...path, name]));
}

type Tree = Map<string, Tree | string>;

/** A description, whose fields need not fit, from its rows. Throws ReadError where two rows have one key or a key is too deep. */
export function descriptionOfRows(rows: readonly DescriptionRow[], file: string, maxDepth: number): object {
  const tree: Tree = new Map();
  for (const { row, key, value } of rows) {
    const path = key.split("/").map((word) => word.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (path.length > maxDepth) {
      const text = `The key has more than ${maxDepth} words.`;
      throw new ReadError("JSON_TOO_DEEP", { file, row, value: key, text });
    }
    if (!grow(tree, path, value)) {
      const text = `Two rows state ${key}: keep one.`;
      throw new ReadError("JSON_KEY_REPEATED", { file, row, value: key, text });
    }
  }
  return fieldsOf(descriptionSchema, tree);
}

/** False where something stands at the path, or on the way to it, already. */
function grow(tree: Tree, path: readonly string[], value: string): boolean {
  const [word = "", ...rest] = path;
  const known = tree.get(word);
  if (rest.length === 0) {
    tree.set(word, value);
    return known === undefined;
  }
  if (typeof known === "string") return false;
  const inner: Tree = known ?? new Map<string, Tree | string>();
  tree.set(word, inner);
  return grow(inner, rest, value);
}

function fieldsOf({ properties = {}, patternProperties = {} }: Shape, tree: Tree): object {
  const [others = {}] = Object.values(patternProperties);
  const fields = [...tree].map(([name, node]): [string, unknown] => {
    return [name, valueOf(Object.hasOwn(properties, name) ? (properties[name] ?? others) : others, node)];
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function valueOf(shape: Shape, node: Tree | string): unknown {
  if (typeof node === "string") return leafOf(shape, node);
  const keys = [...node.keys()];
  if (shape.type !== "array" || !keys.every((key) => /^\d{1,9}$/u.test(key))) return fieldsOf(shape, node);
  const inOrder = keys.sort((a, b) => Number(a) - Number(b));
  return inOrder.map((key) => valueOf(shape.items ?? {}, node.get(key) ?? ""));
}

function leafOf({ type, pattern, minLength }: Shape, text: string): unknown {
  if (type === "array" && text === "[]") return [];
  if (type === "object" && text === "{}") return {};
  if (type === "number" && text !== "" && Number.isFinite(Number(text))) return Number(text);
  // A row that is there to be filled says nothing while it is empty, where the field cannot be empty.
  const canBeEmpty = type === "string" && pattern === undefined && minLength === undefined;
  return text === "" && !canBeEmpty ? undefined : text;
}
