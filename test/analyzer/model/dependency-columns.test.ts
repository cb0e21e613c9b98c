import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Asset, checkDataset, type Dataset, type Dependency, type Table } from "../../../analyzer/index.ts";
import {
  assetPositions,
  type DependencyColumns,
  dependencyColumns,
  giveDependencyColumns,
} from "../../../analyzer/model/dependency-columns.ts";
import { groupRules } from "../../../analyzer/model/dependency.ts";
import { groupName } from "../../../analyzer/model/input-group.ts";
import { compileSystem } from "../../../analyzer/system/compile-system.ts";
import { smallSystem } from "../../support/arbitrary-system.ts";
import { context } from "../../support/rows-told.ts";
import { statedTable } from "../../support/stated-table.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

/** What columns say of each row, absent where they say nothing. */
function told(columns: DependencyColumns) {
  const number = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
  return Array.from(columns.provider, (provider, row) => ({
    provider,
    dependent: columns.dependent[row],
    group: columns.groupNames[columns.group[row]!],
    need: number(columns.need[row]!),
    loss: number(columns.loss[row]!),
    bufferHours: number(columns.bufferHours[row]!),
    share: number(columns.share[row]!),
    lagHours: number(columns.lagHours[row]!),
    rule: groupRules[columns.rule[row]!],
  }));
}

/** The same in plain words, from the rows. */
function plain({ assets, dependencies }: Dataset): ReturnType<typeof told> {
  const position = (id: string) => assets.findIndex((asset) => asset.id === id);
  return dependencies.map((row) => ({
    provider: position(row.provider),
    dependent: position(row.dependent),
    group: groupName(row),
    need: row.need,
    loss: row.loss,
    bufferHours: row.bufferHours,
    share: row.share,
    lagHours: row.lagHours,
    rule: row.rule,
  }));
}

/** The columns as another may have made them: with the names in another order, and one that no row has. */
function renumbered(columns: DependencyColumns): DependencyColumns {
  const last = columns.groupNames.length - 1;
  return {
    ...columns,
    group: columns.group.map((number) => last - number),
    groupNames: [...columns.groupNames.toReversed(), "named by nobody"],
  };
}

/** The dataset with columns given, and its rows as `rows` gives them. */
function withGiven(dataset: Dataset, rows: () => Dataset["dependencies"]): Dataset {
  const given: Dataset = {
    ...dataset,
    get dependencies() {
      return rows();
    },
  };
  giveDependencyColumns(given, renumbered(dependencyColumns(dataset)));
  return given;
}

const ids = ["A", "B", "C", "nowhere", "@electricity", "@nothing"] as const;
const hours = fc.constantFrom(undefined, 0, 1, 2.5);
const rows: fc.Arbitrary<Dependency[]> = fc.array(
  fc.record({
    id: fc.constantFrom("d1", "d2", "d3", "d4", "d5"),
    provider: fc.constantFrom(...ids),
    dependent: fc.constantFrom(...ids),
    group: fc.constantFrom(undefined, undefined, "g", "d1", "@electricity"),
    need: hours,
    loss: hours,
    bufferHours: hours,
    share: hours,
    lagHours: hours,
    rule: fc.constantFrom(undefined, ...groupRules),
  }),
  { maxLength: 8 },
) as fc.Arbitrary<Dependency[]>;

const assets: Asset[] = [assetRow("A"), assetRow("B"), assetRow("B"), assetRow("C", { produces: [] })];
const connections = [connectionRow("A", "B")];
const datasets = rows.map((dependencies) => datasetOf({ assets, dependencies, connections }));

describe("dependencyColumns", () => {
  it("names groups by number: a row without a group shares one with those that state its id", () => {
    const dataset = datasetOf({
      assets: [assetRow("A"), assetRow("B")],
      dependencies: [
        dependencyRow("A", "B", { id: "d1" }),
        dependencyRow("A", "B", { id: "d2", group: "d1" }),
        dependencyRow("@gas", "B", { id: "d3" }),
      ],
    });
    const { group, groupNames, provider } = dependencyColumns(dataset);
    expect(groupNames).toEqual(["d1", "@gas"]);
    expect([...group]).toEqual([0, 0, 1]);
    expect([...provider]).toEqual([0, 0, -1]);
  });

  it("says what the rows say", () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const columns = dependencyColumns(dataset);
        expect(told(columns)).toEqual(plain(dataset));
        expect(new Set(columns.groupNames).size).toBe(columns.groupNames.length);
      }),
    );
  });

  it("counts what is no number or no rule as not stated", () => {
    const odd = { need: "two", loss: Number.NaN, rule: "none" } as unknown as Partial<Dependency>;
    const columns = dependencyColumns(datasetOf({ dependencies: [dependencyRow("A", "B", odd)] }));
    expect(told(columns)[0]).toMatchObject({ need: undefined, loss: undefined, rule: undefined });
  });

  it("makes them once, and not where they are given", () => {
    const dataset = datasetOf({ assets, dependencies: [dependencyRow("A", "B")] });
    const made = dependencyColumns(dataset);
    expect(dependencyColumns(dataset)).toBe(made);
    const other = datasetOf({});
    giveDependencyColumns(other, made);
    expect(dependencyColumns(other)).toBe(made);
  });
});

describe("giveDependencyColumns", () => {
  it("changes no issue and no order of issues", () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const given = withGiven(dataset, () => dataset.dependencies);
        const issues = checkDataset(dataset, context);
        expect(checkDataset(given, context)).toEqual(issues);
        expect(checkDataset(given, { ...context, stated: (table) => statedTable(dataset, table) })).toEqual(issues);
      }),
      { numRuns: 500 },
    );
  });

  it("changes nothing of a compiled system", () => {
    fc.assert(
      fc.property(smallSystem(), ({ dataset }) => {
        const given = withGiven(dataset, () => dataset.dependencies);
        expect(compileSystem(given)).toEqual(compileSystem(dataset));
      }),
      { numRuns: 300 },
    );
  });

  it("leaves rows untouched where a sound dataset is checked and compiled", () => {
    fc.assert(
      fc.property(smallSystem({ networks: false }), (small) => {
        const dataset = { ...small.dataset, assets: small.dataset.assets.map(withoutEmptyLists) };
        const given = withGiven(dataset, untouched);
        const stated = (table: Table) => statedTable(dataset, table);
        expect(checkDataset(given, { ...context, stated })).toEqual(checkDataset(dataset, context));
        expect(compileSystem(given)).toEqual(compileSystem(dataset));
      }),
      { numRuns: 300 },
    );
  });
});

/** The check wants no empty list where there is nothing to list. */
function withoutEmptyLists({ produces = [], consumes = [], ...asset }: Asset): Asset {
  return {
    ...asset,
    ...(produces.length === 0 ? {} : { produces }),
    ...(consumes.length === 0 ? {} : { consumes }),
  };
}

function untouched(): never {
  throw new Error("the rows were touched");
}

describe("assetPositions", () => {
  it("takes the first where ids repeat", () => {
    expect([...assetPositions(datasetOf({ assets }))]).toEqual([
      ["A", 0],
      ["B", 1],
      ["C", 3],
    ]);
  });
});
