import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Dataset,
  type Dependency,
  groupColumns,
  inputGroups,
  type Issue,
  tables,
} from "../../../analyzer/index.ts";
import { checkDuplicateIds } from "../../../analyzer/check/duplicate-ids.ts";
import { collectFacts, type Facts } from "../../../analyzer/check/facts.ts";
import { checkGroupColumns } from "../../../analyzer/check/group-columns.ts";
import { checkGroupNames } from "../../../analyzer/check/group-names.ts";
import { checkGroupNeed } from "../../../analyzer/check/group-need.ts";
import { checkIsolatedAssets } from "../../../analyzer/check/isolated-assets.ts";
import { checkNetworkRows } from "../../../analyzer/check/network-rows.ts";
import { checkRowValues } from "../../../analyzer/check/row-values.ts";
import { suspectDependencies } from "../../../analyzer/check/suspect-dependencies.ts";
import { checkReferences } from "../../../analyzer/check/unknown-references.ts";
import { checkVocabulary } from "../../../analyzer/check/vocabulary.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { context } from "../../support/rows-told.ts";

const assets = [assetRow("A"), assetRow("B"), assetRow("C")];

/** Mostly not stated, so that one column alone often decides. */
const rarely = (...values: readonly unknown[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<unknown>(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  );
const numbers = rarely(0, -0, 1, 2, -1, Number.NaN, Infinity, "2");
const rows = fc
  .array(
    fc.record({
      group: fc.constantFrom("g", "g", "h", "0", undefined),
      provider: fc.constantFrom("A", "C"),
      need: numbers,
      loss: numbers,
      bufferHours: numbers,
      share: numbers,
      rule: rarely("threshold", "proportional", "other", "another"),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map(({ provider, ...stated }, at) =>
      dependencyRow(provider, "B", { id: String(at), ...stated } as Partial<Dependency>),
    ),
  );

type Told = readonly [code: string, row: number | null, column: string | null];

/** Rows, from 0, that state another value than the first of their group that states one. */
function disagreeing(dependencies: readonly Dependency[]): Told[] {
  return inputGroups(dependencies).flatMap((group) =>
    groupColumns.flatMap((name) => {
      const stated = group.rows.filter((row) => dependencies[row]![name] !== undefined);
      const first = dependencies[stated[0] ?? -1]?.[name];
      return stated
        .slice(1)
        .filter((row) => dependencies[row]![name] !== first)
        .map((row): Told => ["GROUP_COLUMNS_DISAGREE", row, name === "bufferHours" ? "buffer_hours" : name]);
    }),
  );
}

/** Groups, by the row that says it, that need more than their providers give. */
function unreachable(dependencies: readonly Dependency[]): Told[] {
  return inputGroups(dependencies).flatMap(({ rows, need = 1 }): Told[] => {
    const shares = rows.map((row) => dependencies[row]!.share ?? 1);
    if (!shares.every((share) => share > 0)) return [];
    if (!(need > shares.reduce((sum, share) => sum + share, 0) + 1e-9)) return [];
    const stating = rows.find((row) => dependencies[row]!.need !== undefined);
    return [["GROUP_NEED_UNREACHABLE", stating ?? rows[0]!, stating === undefined ? "share" : "need"]];
  });
}

describe("suspectDependencies", () => {
  it("marks the rows that the screen suspects", () => {
    const odd = dependencyRow("A", "B", { need: Number.NaN });
    const facts = collectFacts(datasetOf({ assets, dependencies: [odd, dependencyRow("B", "C")] }), context);
    expect([...suspectDependencies(facts)]).toEqual([1, 0]);
  });
});

describe("questions about groups", () => {
  it("tell from columns what rows tell, sound or not", () => {
    fc.assert(
      fc.property(rows, (dependencies) => {
        const facts = collectFacts(datasetOf({ assets, dependencies }), context);
        const brief = (issues: readonly Issue[]) => issues.map(({ code, row, column }) => [code, row! - 2, column]);
        expect(brief(checkGroupColumns(facts))).toEqual(disagreeing(dependencies));
        expect(brief(checkGroupNeed(facts))).toEqual(unreachable(dependencies));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("questions about dependencies", () => {
  it("ask no row and make no table of ids where all are sound", () => {
    const dependencies = [dependencyRow("A", "B"), dependencyRow("B", "C"), dependencyRow("A", "C")];
    const facts = collectFacts(datasetOf({ assets, dependencies }), context);
    const untouched = (): never => {
      throw new Error("asked for what is not needed");
    };
    const dataset: Dataset = {
      ...facts.dataset,
      get dependencies() {
        return untouched();
      },
    };
    const { words, screen, columns, groups, ownStates, islands } = facts;
    const bare: Facts = {
      dataset,
      context,
      words,
      screen,
      columns,
      groups,
      ownStates,
      islands,
      get assetIndex() {
        return untouched();
      },
    };
    expect(tables.map((table) => screen[table].suspects)).toEqual([[], [], []]);
    for (const question of [
      checkRowValues,
      checkDuplicateIds,
      checkVocabulary,
      checkGroupNames,
      checkReferences,
      checkGroupColumns,
      checkGroupNeed,
      checkNetworkRows,
      checkIsolatedAssets,
    ])
      expect(question(bare)).toEqual([]);
  });
});
