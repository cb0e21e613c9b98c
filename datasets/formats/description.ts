import { Type } from "typebox";
import {
  type DatasetDescription,
  type Issue,
  markings,
  networkBalances,
  networkSharings,
} from "../../analyzer/index.ts";
import { parseShape } from "./parse-shape.ts";

const strict = { additionalProperties: false } as const;
const word = Type.String({ minLength: 1 });
// Bars and colons separate words within a cell, an at sign marks a network.
const termId = Type.String({ pattern: "^[^|:@\\s](?:[^|:]*[^|:\\s])?$" });
const stateCode = Type.String({ pattern: "^[A-Z]{2}$" });

const term = Type.Object({ id: termId, title: word, sector: Type.Optional(word), unit: Type.Optional(word) }, strict);

const networkSettings = Type.Object(
  {
    balance: Type.Optional(Type.Enum([...networkBalances])),
    sharing: Type.Optional(Type.Enum([...networkSharings])),
    transferLimits: Type.Optional(
      Type.Array(Type.Object({ from: stateCode, to: stateCode, capacity: Type.Number({ minimum: 0 }) }, strict)),
    ),
  },
  strict,
);

/** The order of its fields is the order in which they are written. */
export const descriptionSchema = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", maxLength: 100 }),
    title: word,
    version: word,
    description: Type.String(),
    // An empty licence or list of sources is the check's question: it says what to do.
    licence: Type.String(),
    marking: Type.Optional(Type.Enum([...markings])),
    sources: Type.Array(
      Type.Object(
        {
          id: word,
          title: word,
          licence: Type.String(),
          retrieved: Type.String({ pattern: "^\\d{4}(?:-\\d{2}(?:-\\d{2})?)?$" }),
          credit: Type.String(),
          url: Type.Optional(word),
        },
        strict,
      ),
    ),
    currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3}$" })),
    states: Type.Optional(Type.Array(Type.Object({ code: stateCode, name: word }, strict))),
    vocabulary: Type.Optional(
      Type.Object(
        {
          sectors: Type.Optional(Type.Array(term)),
          kinds: Type.Optional(Type.Array(term)),
          commodities: Type.Optional(Type.Array(term)),
        },
        strict,
      ),
    ),
    assumptions: Type.Optional(Type.Array(Type.Object({ id: word, text: word }, strict))),
    networks: Type.Optional(Type.Record(Type.String(), networkSettings)),
  },
  strict,
);

/**
 * Reads the value of a `dataset.json`. A term of the vocabulary may be a plain word: its title is then the word with a capital.
 * Each fault has the path of its field. Lists stay in the order they were written.
 */
export function parseDescription(
  value: unknown,
  file: string | null = null,
): { description: DatasetDescription | null; issues: Issue[] } {
  const { value: description, issues } = parseShape(descriptionSchema, withWholeTerms(value), file);
  return { description, issues };
}

function withWholeTerms(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value["vocabulary"])) return value;
  const lists = Object.entries(value["vocabulary"]).map(([name, list]): [string, unknown] => [
    name,
    Array.isArray(list) ? list.map(wholeTerm) : list,
  ]);
  return { ...value, vocabulary: Object.fromEntries(lists) };
}

function wholeTerm(term: unknown): unknown {
  return typeof term === "string" ? { id: term, title: term.charAt(0).toUpperCase() + term.slice(1) } : term;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
