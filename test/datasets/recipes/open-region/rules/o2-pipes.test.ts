import { describe, expect, it } from "vitest";
import { joinPipes } from "../../../../../datasets/recipes/open-region/rules/o2-pipes.ts";
import type { GasGrid, GasNode } from "../../../../../datasets/recipes/open-region/sources/gas.ts";
import { RawFiles } from "../../../../../datasets/recipes/raw-files.ts";
import { RawRow } from "../../../../../datasets/recipes/raw-rows.ts";
import { draftOf } from "../small-region.ts";

/** Nodes of the State AA, but for those that begin with `b` (BB) and `x` (of no region), and segments between them. */
function gas(raw: RawFiles, pieces: readonly (readonly [string, string, number | null, boolean])[]): GasGrid {
  const states: Readonly<Record<string, string>> = { b: "BB", x: "XX" };
  const ids = [...new Set(pieces.flatMap(([a, b]) => [a, b]))];
  const nodes = ids.map(
    (id, index): GasNode => ({ id, state: states[id.slice(0, 1)] ?? "AA", lon: index / 10, lat: 0 }),
  );
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    segments: pieces.map(([a, b, gwhPerHour, isBothWays], index) => {
      raw.count("gas.csv");
      return { a, b, gwhPerHour, isBothWays, row: new RawRow("gas.csv", index + 2, {}, raw) };
    }),
  };
}

describe("O2", () => {
  it("makes pipes between the nodes of the region, with their capacity in thousandths of a GWh/h", () => {
    const [draft, raw] = [draftOf([]), new RawFiles("")];
    const grid = gas(raw, [
      ["a1", "m", 10.12349, true],
      ["m", "a2", 20, true],
      ["a2", "b1", null, false],
      ["a2", "x1", 5, false],
      ["a1", "a1", 5, false],
    ]);
    joinPipes(draft, grid, () => "");
    expect([...draft.assets.values()].map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ["gas:a1", "gas node", "Gas junction"],
      ["gas:a2", "gas border point", "Gas border node"],
      ["gas:b1", "gas border point", "Gas border node"],
    ]);
    // From 0.0 to 0.2 and to 0.3 degrees.
    expect(draft.connections).toMatchObject([
      { id: "O2:gas:a1~gas:a2", capacity: 10.123, unit: "GWh/h", lengthKm: 22.2, extra: { x_both_ways: "true" } },
      { id: "O2:gas:a2~gas:b1", lengthKm: 11.1 },
    ]);
    expect(draft.connections[1]).not.toHaveProperty("capacity");
    expect(draft.connections[1]).not.toHaveProperty("extra");
    expect(raw.reports()).toMatchObject([
      { rowsIn: 5, rowsUsed: 3, leftOut: { "an end outside the region": 1, "both ends in one node": 1 } },
    ]);
  });

  it("tells of a ring that leads nowhere else: it is no pipe between two nodes", () => {
    const [draft, raw] = [draftOf([]), new RawFiles("")];
    const grid = gas(raw, [
      ["a1", "a2", 1, false],
      ["a2", "a3", 1, false],
      ["a3", "a1", 1, false],
    ]);
    joinPipes(draft, grid, () => "");
    expect(draft.connections).toEqual([]);
    expect(raw.reports()).toMatchObject([
      { rowsIn: 3, rowsUsed: 0, leftOut: { "on a ring that leads nowhere else": 3 } },
    ]);
  });
});
