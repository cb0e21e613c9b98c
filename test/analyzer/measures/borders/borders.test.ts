import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../../analyzer/index.ts";
import { refusals, resultOf } from "../../../support/ask.ts";
import { assetRow, connectionRow, datasetOf } from "../../../support/rows.ts";

const inState = (state: string) => ({ states: [{ state, share: 1 }] });
const line = (capacity?: number, more = {}) => (capacity === undefined ? more : { capacity, unit: "MW", ...more });

/**
 * XA: A1, A2. XB: B1. XC: C1. A1 = B1 twice (100 and 50), A2 - C1 (30), C1 - B1 (80); within XA A1 - A2 (1).
 * Between XA and XB: 150 directly and 30 over XC.
 */
const grid: Dataset = datasetOf({
  assets: [
    assetRow("A1", inState("XA")),
    assetRow("A2", inState("XA")),
    assetRow("B1", inState("XB")),
    assetRow("C1", inState("XC")),
  ],
  connections: [
    connectionRow("A1", "B1", line(100, { id: "ab1" })),
    connectionRow("A1", "B1", line(50, { id: "ab2" })),
    connectionRow("A2", "C1", line(30, { id: "ac" })),
    connectionRow("C1", "B1", line(80, { id: "cb" })),
    connectionRow("A1", "A2", line(1, { id: "aa" })),
  ],
});

const bordersOf = (dataset: Dataset, parameters: object = {}) => resultOf("borders", dataset, parameters);

describe("borders", () => {
  it("counts all ways, third States with their narrow places too, but not the narrow places of the two", () => {
    const { rows, soleLinks } = bordersOf(grid);
    expect(rows.map(({ from, to, flow, flowAtLeast }) => [from, to, flow, flowAtLeast])).toEqual([
      ["XA", "XB", 180, 180],
      ["XA", "XC", 110, 110],
      // Over XA there is room for 1 only.
      ["XB", "XC", 81, 81],
    ]);
    expect(rows[0]).toEqual({
      commodity: "electricity",
      from: "XA",
      to: "XB",
      bothWays: true,
      connections: 2,
      unit: "MW",
      flow: 180,
      flowAtLeast: 180,
      narrowest: ["ab1", "ab2", "ac"],
      disjointPaths: 3,
      fewest: ["ab1", "ab2", "ac"],
    });
    expect(rows[1]).toMatchObject({ narrowest: ["ac", "cb"], disjointPaths: 2, fewest: ["ac", "cb"] });
    expect(soleLinks).toEqual([]);
  });

  it("says that no limit is known where capacities are not, and what the others carry at least", () => {
    const connections = grid.connections.map(({ id, a, b, commodity, source, capacity, unit }) =>
      id === "ab2" || capacity === undefined || unit === undefined
        ? connectionRow(a, b, { id, commodity })
        : connectionRow(a, b, { id, commodity, capacity, unit, ...(source === undefined ? {} : { source }) }),
    );
    const [across, ...others] = bordersOf({ ...grid, connections }).rows;
    expect(across).toMatchObject({ flow: null, flowAtLeast: 130, narrowest: null, disjointPaths: 3 });
    expect(others.map(({ flow, flowAtLeast }) => [flow, flowAtLeast])).toEqual([[110, 110], [81, 81]]); // biome-ignore format: a table
    const bare = { ...grid, connections: grid.connections.map(({ id, a, b }) => connectionRow(a, b, { id })) };
    expect(bordersOf(bare).rows[0]).toMatchObject({ unit: null, flow: null, flowAtLeast: 0, disjointPaths: 3 });
  });

  it("takes directions as they are: each way has its own flow", () => {
    const connections = grid.connections.map((row) => (row.id === "ab1" ? { ...row, directed: true } : row));
    const { rows } = bordersOf({ ...grid, connections }, { states: ["XB", "XA"] });
    expect(
      rows.map(({ from, to, bothWays, flow, disjointPaths }) => [from, to, bothWays, flow, disjointPaths]),
    ).toEqual([
      ["XA", "XB", false, 180, 3],
      ["XB", "XA", false, 80, 2],
    ]);
  });

  it("finds the links that stand alone: no parallel, no way round; joint assets count to their main State", () => {
    const states = [{ state: "XC", share: 0.3 }, { state: "XD", share: 0.7 }]; // biome-ignore format: a table
    const dataset = datasetOf({
      assets: [...grid.assets, assetRow("D1", { states }), assetRow("E1", inState("XE"))],
      connections: [
        ...grid.connections,
        connectionRow("C1", "D1", { id: "cd" }),
        connectionRow("D1", "E1", { id: "de1" }),
        connectionRow("E1", "D1", { id: "de2", directed: true }),
        connectionRow("B1", "E1", { id: "pipe", commodity: "gas" }),
      ],
    });
    expect(bordersOf(dataset).soleLinks).toEqual([
      { commodity: "electricity", connection: "cd", states: ["XC", "XD"] },
      { commodity: "gas", connection: "pipe", states: ["XB", "XE"] },
    ]);
    const gas = bordersOf(dataset, { commodity: "gas", states: ["XA", "XE"] });
    // XA has no part in the gas network: nothing flows, and nothing need be lost for that.
    expect(gas.rows).toEqual([
      {
        commodity: "gas",
        from: "XA",
        to: "XE",
        bothWays: true,
        connections: 0,
        unit: null,
        flow: 0,
        flowAtLeast: 0,
        narrowest: [],
        disjointPaths: 0,
        fewest: [],
      },
    ]);
  });

  it("of no connections is empty", () => {
    expect(bordersOf({ ...grid, connections: [] })).toEqual({ kind: "borders", rows: [], soleLinks: [] });
  });

  it.each<[object, string]>([
    [{ commodity: "gas" }, "commodity: no connection carries it; there is electricity"],
    [{ commodity: "" }, "commodity: must be a text"],
    [{ states: ["XA", "XX"] }, "states: no asset of the dataset lies in this State"],
    [{ states: ["XA", "XA"] }, "states: must be two States or more, or none"],
    [{ states: "XA" }, "states: must be a list of ids"],
    [{ pairs: [] }, "pairs: no such parameter; there is commodity, states"],
  ])("refuses %j", (parameters, text) => {
    expect(refusals("borders", grid, parameters)).toEqual([`ANALYSIS_PARAMETER ${text}`]);
  });
});
