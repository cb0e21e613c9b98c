import fc from "fast-check";
import {
  type Asset,
  type Attribute,
  type Connection,
  coreVocabulary,
  type Dataset,
  type Table,
  tableAttributes,
} from "../../analyzer/index.ts";
import { datasetOf, description } from "./rows.ts";

const codes = ["XA", "XB", "XC"];

/** Text as it can stand in a cell: any characters that are text, none around it that a cell would lose. */
const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((words) => words.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, "").trim())
  .filter((words) => words !== "");

/** Text that tries the CSV rules and the guard against formulas. */
const trickyText = fc.constantFrom(
  "=1+1",
  "'=1",
  "''",
  '"',
  'a,"b"',
  "a\nb",
  "a\r\nb",
  "-5",
  "+x",
  "@x",
  "#tag",
  "|",
  "1e5",
  "true",
);
const anyText = fc.oneof(text, trickyText);

const states = fc.subarray(codes, { minLength: 1 }).chain((list) =>
  fc.oneof(
    fc.constant(list.map((state) => ({ state, share: 1 / list.length }))),
    fc.double({ min: 0.01, max: 0.99, noNaN: true }).map((share) =>
      list.length === 2
        ? [
            { state: list[0] ?? "", share },
            { state: list[1] ?? "", share: 1 - share },
          ]
        : list.map((state) => ({ state, share: 1 / list.length })),
    ),
  ),
);

const finite = { noNaN: true, noDefaultInfinity: true } as const;

/** A value of an attribute that the check has nothing against. */
function valueOf(attribute: Attribute, table: Table): fc.Arbitrary<unknown> {
  const terms = coreVocabulary[attribute.vocabulary ?? "commodities"].map(({ id }) => id);
  switch (attribute.type) {
    case "number": {
      const { min = -1e300, max = 1e300 } = attribute;
      const numbers = fc.double({ min, max, ...finite, minExcluded: attribute.above === true });
      return numbers.map((value) => (value === 0 ? 0 : value));
    }
    case "boolean":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...(attribute.choices ?? []));
    case "term":
      return fc.constantFrom(...terms);
    case "states":
      return states;
    case "codes":
      return fc.subarray(codes, { minLength: 1 });
    case "columns":
      return fc.subarray(
        tableAttributes[table].map(({ column }) => column),
        { minLength: 1, maxLength: 3 },
      );
    case "amounts":
      return fc
        .subarray(terms, { minLength: 1, maxLength: 3 })
        .chain((list) => fc.tuple(...list.map((commodity) => amountOf(commodity))));
    default:
      return anyText;
  }
}

function amountOf(commodity: string) {
  const amount = fc.double({ min: 0, max: 1e9, ...finite }).map((value) => (value === 0 ? 0 : value));
  return fc
    .option(amount, { nil: undefined })
    .map((known) => (known === undefined ? { commodity } : { commodity, amount: known }));
}

/** Columns that rows share rules about, which the generated rows keep out of. */
const apart = new Set([
  "id",
  "provider",
  "dependent",
  "a",
  "b",
  "group",
  "need",
  "share",
  "repairHours",
  "repairLowHours",
  "repairHighHours",
  "lon",
  "lat",
]);

const extra = fc.dictionary(fc.stringMatching(/^x_[a-z0-9_]{1,6}$/), anyText, {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
});

/** The values of a row besides its ids, required ones always, others sometimes. */
function valuesOf(table: Table): fc.Arbitrary<Record<string, unknown>> {
  const attributes = tableAttributes[table].filter(({ name }) => !apart.has(name));
  const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
    attributes.map((attribute) => [attribute.name, valueOf(attribute, table)]),
  );
  const required = attributes.filter((attribute) => attribute.required).map(({ name }) => name);
  model["extra"] = extra;
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}

/** Datasets of up to five assets without errors, with every kind of value and awkward texts. */
export const randomDataset: fc.Arbitrary<Dataset> = fc
  .tuple(
    fc.uniqueArray(
      text.filter((id) => !/^@|[\p{Cc}\p{Cf}]/u.test(id)),
      { minLength: 2, maxLength: 5 },
    ),
    fc.array(valuesOf("assets"), { minLength: 5, maxLength: 5 }),
    fc.array(valuesOf("dependencies"), { maxLength: 4 }),
    fc.array(valuesOf("connections"), { maxLength: 4 }),
  )
  .map(([ids, assets, dependencies, connections]) => {
    const [first = "", second = ""] = ids;
    return datasetOf({
      description,
      // Generated from the attribute table, which is what the types mirror.
      assets: ids.map((id, index) => ({ id, ...assets[index] }) as unknown as Asset),
      dependencies: dependencies.map((values, index) => ({
        id: `d${index}`,
        provider: first,
        dependent: second,
        ...values,
      })),
      connections: connections.map(
        (values, index) => ({ id: `c${index}`, a: first, b: second, ...values }) as unknown as Connection,
      ),
    });
  });
