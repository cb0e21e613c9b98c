import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Attribute,
  type AttributeType,
  type Dataset,
  type Table,
  tableAttributes,
  tables,
} from "../../../analyzer/index.ts";
import { checkAssumedColumns } from "../../../analyzer/check/assumed-columns.ts";
import { checkDuplicateIds } from "../../../analyzer/check/duplicate-ids.ts";
import { collectFacts, type Facts } from "../../../analyzer/check/facts.ts";
import { checkGroupNames } from "../../../analyzer/check/group-names.ts";
import { checkRowValues } from "../../../analyzer/check/row-values.ts";
import { checkSelfReferences } from "../../../analyzer/check/self-references.ts";
import { checkVocabulary } from "../../../analyzer/check/vocabulary.ts";
import { datasetOf } from "../../support/rows.ts";
import { context } from "../../support/rows-told.ts";

/** The questions that look at suspects, and the one that trusts in order. */
const questions = [
  checkRowValues,
  checkDuplicateIds,
  checkVocabulary,
  checkAssumedColumns,
  checkSelfReferences,
  checkGroupNames,
];

const numbers = [0, -0, 0.5, 1, -1, 1e16, 9e99, Number.NaN, Infinity];
const texts = [
  "A",
  "B",
  "b c",
  " A",
  "",
  "@electricity",
  "@nothing",
  "@",
  "\u0001",
  "\ud800",
  "Å",
  "x".repeat(201),
  "electricity",
  "energy",
  "power plant",
  "physical",
  "threshold",
  "observed",
  "Z1",
  "TLP:RED",
];
const lists: Partial<Record<AttributeType, readonly unknown[]>> = {
  states: [[], [{ state: "DE", share: 1 }], [{ state: "DE", share: 0.4 }]],
  codes: [[], ["DE"], ["DE", "DE"]],
  columns: [[], ["id", "x_own"], ["no such column"], ["id", "id"]],
  amounts: [
    [],
    [{ commodity: "gas" }],
    [{ commodity: "no such thing", amount: 2 }],
    [{ commodity: "gas", amount: -1 }],
  ],
  boolean: [true, false],
  number: numbers,
};

/** A value of the kind that a column holds, sound or not. */
function valueOf({ name, type, required }: Attribute): fc.Arbitrary<readonly [string, unknown]> {
  return fc
    .constantFrom(...(lists[type] ?? texts), ...(required || name === "id" ? [] : [undefined]))
    .map((value) => [name, value] as const);
}

/** A row whose values are mostly sound, so that a single one that is not counts. */
function rowOf(table: Table): fc.Arbitrary<Record<string, unknown>> {
  const sound: Record<string, unknown> = { sector: "energy", kind: "power plant", states: [{ state: "DE", share: 1 }] };
  const required = tableAttributes[table].filter((attribute) => attribute.required).map(({ name }) => name);
  const whole = Object.fromEntries(required.map((name) => [name, sound[name] ?? "A"]));
  const odd = fc.array(fc.constantFrom(...tableAttributes[table]).chain(valueOf), { maxLength: 3 });
  const id = fc.constantFrom("A", "B", "C", "D", "A>B", "B>C");
  return fc.tuple(id, odd).map(([name, more]) => ({ ...whole, id: name, ...Object.fromEntries(more) }));
}

const datasets: fc.Arbitrary<Dataset> = fc
  .tuple(...tables.map((table) => fc.array(rowOf(table), { maxLength: 6 })))
  .map(([assets, dependencies, connections]) => datasetOf({ assets, dependencies, connections } as never));

/** The same facts as if every row was suspect and nothing known of their order. */
function unscreened(facts: Facts): Facts {
  const all = (table: Table) => ({
    ...facts.screen[table],
    suspects: facts.dataset[table].map((_, index) => index),
    isAscending: false,
  });
  return {
    ...facts,
    screen: { assets: all("assets"), dependencies: all("dependencies"), connections: all("connections") },
  };
}

describe("screenRows", () => {
  it("hides no issue and no order of issues", () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const facts = collectFacts(dataset, context);
        for (const question of questions) expect(question(facts)).toEqual(question(unscreened(facts)));
      }),
      { numRuns: 1500 },
    );
  });

  it("suspects no sound row", () => {
    const rows = Array.from({ length: 50 }, (_, n) => ({
      id: `d${n < 10 ? n : `9${n}`}`,
      provider: "A",
      dependent: "B",
      source: "s",
    }));
    const { screen } = collectFacts(datasetOf({ dependencies: rows }), context);
    expect(screen.dependencies).toMatchObject({
      suspects: [],
      rowCount: 50,
      isAscending: true,
      idLengths: new Set([2, 4]),
      withoutSource: 0,
      firstWithoutSource: -1,
    });
  });

  it("counts the rows without a source", () => {
    const rows = ["a", "b", "c"].map((id) => ({
      id,
      provider: "A",
      dependent: "B",
      ...(id === "a" ? { source: "s" } : {}),
    }));
    const { screen } = collectFacts(datasetOf({ dependencies: rows }), context);
    expect(screen.dependencies).toMatchObject({ withoutSource: 2, firstWithoutSource: 1, isAscending: true });
  });
});
