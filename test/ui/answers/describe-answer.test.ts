import { describe, expect, it } from "vitest";
import { describeAnswer } from "../../../ui/answers/describe-answer.ts";
import { fieldWords, leadColumns } from "../../../ui/answers/field-words.ts";
import { formatCell, formatEstimate, formatEstimates, formatProbability } from "../../../ui/answers/format-cell.ts";
import { sortRows } from "../../../ui/table/sort-rows.ts";

const shares = {
  kind: "likely-sets",
  engine: "0",
  resultHash: "h",
  scenario: { id: "s" },
  trials: 10,
  confidence: 0.9,
  assetsLost: { mean: 2, interval: [1, 3], quantiles: [{ share: 0.5, value: 2, interval: [null, 3] }] },
  states: [{ code: "XA", reached: { share: 0.25, interval: [0.1, 0.4] } }],
  assets: [
    { id: "A", lost: { share: 0.5, interval: [0.4, 0.6] } },
    { id: "B", lost: { share: 0.25, interval: [0.1, 0.4] } },
  ],
};

describe("an answer as facts and tables", () => {
  const described = describeAnswer(shares);

  it("lists single values with their units and leaves out what is told elsewhere", () => {
    expect(described.facts.map(({ title, value, words }) => [title, value, words.unit])).toEqual([
      ["Trials", 10, "trials"],
      ["Confidence of intervals", 0.9, null],
    ]);
  });

  it("makes rows of lists, the longest table first, with what is nested as columns of its own", () => {
    expect(described.tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ["assets", 2],
      ["quantiles", 1],
      ["states", 1],
    ]);
    const [assets] = described.tables;
    expect(assets?.columns.map(({ title, words }) => [title, words.kind])).toEqual([
      ["Asset", "asset"],
      ["Lost for good", "share"],
      ["Lost for good, interval", "share"],
    ]);
    expect(assets?.rows).toEqual([
      ["A", 0.5, [0.4, 0.6]],
      ["B", 0.25, [0.1, 0.4]],
    ]);
  });

  it("keeps what belongs together in a part, an interval in the unit of its value", () => {
    expect(described.parts).toHaveLength(1);
    expect(described.parts[0]?.title).toBe("Lost");
    expect(described.parts[0]?.facts.map(({ path, value }) => [path.join("."), value])).toEqual([
      ["assetsLost.mean", 2],
      ["assetsLost.interval", [1, 3]],
    ]);
    expect(described.parts[0]?.facts.map(({ title, words }) => [title, words.unit])).toEqual([
      ["Mean", "assets"],
      ["Interval", "assets"],
    ]);
  });

  it("makes a table of values of one shape under different names, where one is not known too", () => {
    const totals = {
      outageHours: { before: 2, after: 1, change: -1 },
      personHours: null,
      statesReached: { before: 3, after: 3, change: 0 },
    };
    const [table] = describeAnswer({ kind: "compare", totals }).tables;
    expect(table?.rows).toEqual([
      ["Outage hours", "h", 2, 1, -1],
      ["Person-hours", "person h", null, null, null],
      ["States reached", "States", 3, 3, 0],
    ]);
  });

  it("leaves out whole results inside a result, and tables without rows", () => {
    const inner = { kind: "run", horizonHours: 1 };
    expect(describeAnswer({ kind: "compare", before: inner, after: inner, assets: [] })).toMatchObject({ tables: [] });
  });

  it("calls a field it has no words for by its name", () => {
    expect(fieldWords("new", "someLongName")).toEqual({ title: "Some long name", unit: null, kind: "number" });
  });

  it("shows in a short table what a row is about and its first values", () => {
    const columns = [["rank"], ["id"], ["value"], ["interval"], ["last"]].map((path) => ({ path }));
    expect(leadColumns("shapley", "rows", columns)).toEqual([1, 2, 3]);
    const structure = [["id"], ["degree"], ["betweenness"], ["soleSupplyOf"]].map((path) => ({ path }));
    expect(leadColumns("structure", "rows", structure)).toEqual([0, 2, 3]);
  });
});

describe("values as they are read", () => {
  it.each([
    [null, "number", "value", "not known"],
    [true, "flag", "isArticulationPoint", "yes"],
    [1234.5678, "number", "value", "1,234.57"],
    [0.00012345, "number", "pageRank", "0.000123"],
    [0.125, "share", "share", "12.5%"],
    [[0.1, 0.4], "share", "interval", "10% – 40%"],
    [[null, 3], "number", "interval", "? – 3"],
    [[], "text", "narrowest", "none"],
    [["c1", "c2"], "text", "narrowest", "c1, c2"],
    ["MW", "text", "unit", "MW"],
    [7, "text", "seed", "7"],
  ] as const)("%j as %s %s is %s", (value, kind, name, text) => {
    expect(formatCell(value, kind, name)).toBe(text);
  });

  it("tells estimates with the digits that say something", () => {
    expect([309.05, 44.289, 0.01234, 1_240_000, 0].map(formatEstimate)).toEqual([
      "309",
      "44.3",
      "0.0123",
      "1.24M",
      "0",
    ]);
    expect(formatEstimates([283.4, null])).toBe("283 – ?");
    expect(formatProbability(0.00354)).toBe("0.354%");
  });
});

describe("rows in order", () => {
  it("sorts by a column, what is not known last either way, ties as they were", () => {
    const rows = [
      ["a", 2],
      ["b", null],
      ["c", 1],
      ["d", 2],
    ];
    const ids = (descending: boolean) => sortRows(rows, { column: 1, descending }).map(([id]) => id);
    expect(ids(true)).toEqual(["a", "d", "c", "b"]);
    expect(ids(false)).toEqual(["c", "a", "d", "b"]);
    expect(sortRows(rows, null)).toBe(rows);
  });
});
