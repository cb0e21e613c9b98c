import * as fc from "fast-check";
import {
  type Asset,
  assetAttributes,
  type Attribute,
  type Connection,
  byId,
  connectionAttributes,
  type Dataset,
  type Dependency,
  dependencyAttributes,
} from "../../analyzer/index.ts";
import { sampleDataset } from "./sample-dataset.ts";

const hostile = [
  "}) DETACH DELETE n //",
  "'; DROP TABLE asset; --",
  "`",
  '"',
  "\\",
  "\\u0060",
  "$rows",
  "🏭é",
  "null",
  "NaN",
];

/** Text as files can hold it: no space at either end, never empty, whole characters. */
const text = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }))
  .map((value) => value.replaceAll("\0", "").trim())
  .filter((value) => value !== "");

/** Words of a list in one cell: free of the characters that part them. */
const word = text.map((value) => value.replace(/[|:]/g, "_").trim()).filter((value) => value !== "");

const number = fc
  .oneof(
    fc.constantFrom(0, 0.1, 1e-9, 1 / 3, 1e21, 2 ** 53, -1, 5e-324),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
  )
  .map((value) => (value === 0 ? 0 : value));

const extra = fc.dictionary(fc.stringMatching(/^x_[\p{L}0-9_.-]{1,8}$/u), text, { minKeys: 1, maxKeys: 3 });

function valueOf({ type, choices }: Attribute): fc.Arbitrary<unknown> {
  switch (type) {
    case "number":
      return number;
    case "boolean":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...(choices ?? []));
    case "states":
      return fc
        .array(fc.record({ state: word, share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
          minLength: 1,
          maxLength: 3,
        })
        .map((shares) => [
          ...new Map(shares.map(({ state, share }) => [state, { state, share: share === 0 ? 0 : share }])).values(),
        ]);
    case "amounts":
      return fc.array(fc.record({ commodity: word, amount: number }, { requiredKeys: ["commodity"] }), {
        minLength: 1,
        maxLength: 3,
      });
    case "codes":
    case "columns":
      return fc.array(word, { minLength: 1, maxLength: 3 });
    default:
      return text;
  }
}

/** Any row of a table: each optional attribute is there or not, own columns too; `fixed` attributes are left out. */
function row(attributes: readonly Attribute[], fixed: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const free = attributes.filter(({ name }) => !fixed.includes(name));
  const values: Record<string, fc.Arbitrary<unknown>> = { extra };
  for (const attribute of free) values[attribute.name] = valueOf(attribute);
  const requiredKeys = free.filter(({ required }) => required === true).map(({ name }) => name);
  return fc.record<Record<string, unknown>, string>(values, { requiredKeys });
}

const inOrder = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => [...rows].sort(byId);

const rows = (
  attributes: readonly Attribute[],
  fixed: readonly string[],
  more: Record<string, fc.Arbitrary<unknown>>,
  maxLength: number,
) =>
  fc.uniqueArray(
    fc
      .tuple(fc.record({ id: text, ...more }), row(attributes, ["id", ...fixed]))
      .map(([ends, rest]) => ({ ...rest, ...ends })),
    { selector: (value) => value.id, maxLength },
  );

/** Any whole dataset in canonical order, as hostile as files allow, small. */
export function datasetArbitrary(id: string): fc.Arbitrary<Dataset> {
  const { description } = sampleDataset(id);
  return rows(assetAttributes, [], {}, 6).chain((assets): fc.Arbitrary<Dataset> => {
    const ids = assets.map((asset) => asset.id);
    if (ids.length === 0) return fc.constant({ description, assets: [], dependencies: [], connections: [] });
    const end = fc.constantFrom(...ids);
    const provider = fc.oneof(
      { weight: 3, arbitrary: end },
      word.map((commodity) => `@${commodity}`),
    );
    return fc
      .record({
        title: text,
        dependencies: rows(dependencyAttributes, ["provider", "dependent"], { provider, dependent: end }, 8),
        connections: rows(connectionAttributes, ["a", "b"], { a: end, b: end }, 5),
      })
      .map((parts) => ({
        description: { ...description, title: parts.title },
        assets: inOrder(assets as unknown as Asset[]),
        dependencies: inOrder(parts.dependencies as unknown as Dependency[]),
        connections: inOrder(parts.connections as unknown as Connection[]),
      }));
  });
}
