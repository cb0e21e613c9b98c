import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContractedPipes, contractPipes } from "../../../../datasets/recipes/open-region/contract-pipes.ts";
import type { GasGrid, GasNode, Segment } from "../../../../datasets/recipes/open-region/sources/gas.ts";
import { RawFiles } from "../../../../datasets/recipes/raw-files.ts";
import { RawRow } from "../../../../datasets/recipes/raw-rows.ts";
import { engineLaw } from "../../../support/law.ts";

const row = new RawRow("gas.csv", 2, {}, new RawFiles(""));

/** A segment: its ends, its capacity in GWh/h or null, and whether it works both ways. */
type Piece = readonly [a: string, b: string, gwhPerHour: number | null, isBothWays?: boolean];

/** Nodes by their names: of State AA, but for those whose name begins with `x`. */
function gasOf(pieces: readonly Piece[]): GasGrid {
  const ids = [...new Set(pieces.flatMap(([a, b]) => [a, b]))];
  const node = (id: string): GasNode => ({ id, state: id.startsWith("x") ? "BB" : "AA", lon: 0, lat: 0 });
  const segments = pieces.map(
    ([a, b, gwhPerHour, isBothWays = false]): Segment => ({ a, b, gwhPerHour, isBothWays, row }),
  );
  return { nodes: new Map(ids.map((id) => [id, node(id)])), segments };
}

const contract = (...pieces: readonly Piece[]): ContractedPipes => contractPipes(gasOf(pieces));
const capacities = ({ pipes }: ContractedPipes): Record<string, number | null> =>
  Object.fromEntries(pipes.map(({ a, b, gwhPerHour }) => [`${a}~${b}`, gwhPerHour]));

describe("pipes with nodes of two neighbours contracted", () => {
  it("have the least capacity along a chain", () => {
    expect(capacities(contract(["a", "m", 5], ["m", "n", 3], ["n", "b", 4]))).toEqual({ "a~b": 3 });
  });

  it("add up what runs side by side, segment by segment and chain by chain", () => {
    // 2 + 2 beside one another, then 3; and 1 by another way.
    const beside = contract(
      ["a", "m", 2],
      ["m", "a", 2],
      ["m", "b", 3],
      ["a", "n", 1],
      ["n", "b", 9],
      ["a", "z", 1],
      ["b", "y", 1],
    );
    expect(capacities(beside)["a~b"]).toBe(3 + 1);
  });

  it("have no capacity where one of their segments states none", () => {
    expect(capacities(contract(["a", "m", 5], ["m", "b", null]))).toEqual({ "a~b": null });
    expect(capacities(contract(["a", "b", 5], ["a", "b", null]))).toEqual({ "a~b": null });
  });

  it("end at a border, on both sides of it", () => {
    const found = contract(["a", "m", 1], ["m", "x", 2], ["x", "xm", 3], ["xm", "xb", 4]);
    expect(capacities(found)).toEqual({ "a~m": 1, "m~x": 2, "x~xb": 3 });
    expect([...found.border].sort()).toEqual(["m", "x"]);
    expect(found.nodes.map(({ id }) => id).sort()).toEqual(["a", "m", "x", "xb"]);
  });

  it("work both ways where all of their segments do", () => {
    expect(contract(["a", "m", 1, true], ["m", "b", 1, true]).pipes).toMatchObject([{ isBothWays: true }]);
    expect(contract(["a", "m", 1, true], ["m", "b", 1]).pipes).toMatchObject([{ isBothWays: false }]);
  });

  it("keep a fork, an end and each segment once", () => {
    const found = contract(["a", "f", 1], ["f", "b", 2], ["f", "m", 3], ["m", "c", 4]);
    expect(capacities(found)).toEqual({ "a~f": 1, "b~f": 2, "c~f": 3 });
    expect(found.pipes.flatMap(({ segments }) => segments)).toHaveLength(4);
  });

  const end = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", "x", "y");
  const pieces = fc.array(fc.tuple(end, end, fc.option(fc.integer({ min: 1, max: 9 }))), { maxLength: 16 });

  engineLaw("join two nodes that are kept where the segments join them", pieces, (drawn) => {
    const { nodes, pipes, border } = contract(...drawn);
    const ids = new Set(nodes.map(({ id }) => id));
    const [after, before] = [reach(pipes.map(({ a, b }) => [a, b])), reach(drawn.map(([a, b]) => [a, b]))];
    for (const a of ids) for (const b of ids) expect(after(a, b), `${a} and ${b}`).toBe(before(a, b));
    for (const [a, b] of drawn) {
      if (a.startsWith("x") !== b.startsWith("x")) expect([...border]).toEqual(expect.arrayContaining([a, b]));
    }
    for (const { a, b, gwhPerHour, segments } of pipes) {
      expect([ids.has(a), ids.has(b)]).toEqual([true, true]);
      expect(gwhPerHour === null).toBe(segments.some((segment) => segment.gwhPerHour === null));
    }
    const used = pipes.flatMap(({ segments }) => segments);
    expect(new Set(used).size).toBe(used.length);
  });
});

/** Says whether a node can be reached from another: breadth first, by the list of pairs. */
function reach(pairs: readonly (readonly [string, string])[]): (from: string, to: string) => boolean {
  return (from, to) => {
    const seen = new Set([from]);
    // A set takes in while it is walked what is added to it.
    for (const here of seen) {
      for (const [a, b] of pairs) {
        if (a === here) seen.add(b);
        if (b === here) seen.add(a);
      }
    }
    return seen.has(to);
  };
}
