import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContractedGrid, contractGrid } from "../../../../datasets/recipes/open-region/contract-grid.ts";
import type { Branch, Grid, Station } from "../../../../datasets/recipes/open-region/sources/grid.ts";
import { RawFiles } from "../../../../datasets/recipes/raw-files.ts";
import { RawRow } from "../../../../datasets/recipes/raw-rows.ts";
import { engineLaw } from "../../../support/law.ts";
import { smallRegion } from "./small-region.ts";

const row = new RawRow("lines.csv", 2, {}, new RawFiles(""));

/** A line from a text: `1-2:380` has 380 kV, `1-2:dc` is of direct current. */
function line(text: string): Branch {
  const [, a = "", b = "", kv = ""] = /^(\d+)-(\d+):(\d+|dc)$/.exec(text) ?? [];
  return { a, b, kv: kv === "dc" ? null : Number(kv), circuits: 1, row };
}

/** Stations by their numbers: of State AA, but for those of `states`; from 10 on they are joints. */
function gridOf(lines: readonly string[], states: Readonly<Record<string, string>> = {}): Grid {
  const branches = lines.map(line);
  const ids = [...new Set(branches.flatMap(({ a, b }) => [a, b]))].sort((a, b) => Number(a) - Number(b));
  const stations = ids.map((id): Station => {
    const isJoint = Number(id) >= 10;
    const state = isJoint ? "" : (states[id] ?? "AA");
    return { id, state, lon: Number(id), lat: 0, kv: 0, symbol: isJoint ? "joint" : "Substation", isJoint, rows: [] };
  });
  return { stations: new Map(stations.map((station) => [station.id, station])), branches };
}

const region = smallRegion({ fringeStates: ["FF"] });
const contract = (lines: readonly string[], states?: Readonly<Record<string, string>>): ContractedGrid =>
  contractGrid(gridOf(lines, states), region, 220);
const pairs = ({ links }: ContractedGrid): string[] => links.map(({ a, b }) => `${a}~${b}`).sort();

describe("the grid with its joints contracted", () => {
  it("makes one line of a chain of joints, with the highest of its voltages at the stations", () => {
    const found = contract(["1-10:220", "10-11:220", "11-12:220", "12-2:380"]);
    expect(found.links).toMatchObject([{ a: "1", b: "2", kv: 380, circuits: 2 }]);
    expect(found.junctions).toEqual([]);
    expect(found.stations.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("makes a junction where three meet, at the mean place of its joints, in the State of most of its ends", () => {
    const found = contract(["1-10:380", "10-12:380", "12-2:220", "12-3:220"], { 1: "BB" });
    expect(pairs(found)).toEqual(["1~jct:10", "2~jct:10", "3~jct:10"]);
    expect(found.junctions).toEqual([{ id: "jct:10", state: "AA", lon: 11, lat: 0, kv: 380, isDirectCurrent: false }]);
  });

  it("adds up the circuits of lines beside one another, whether through a joint or not", () => {
    const found = contract(["1-2:220", "2-1:380", "1-10:220", "10-2:220"]);
    expect(found.links).toMatchObject([{ a: "1", b: "2", kv: 380, circuits: 4 }]);
    expect(found.links[0]?.branches).toHaveLength(4);
  });

  it("makes nothing of a joint with one end, and none of a joint without a high line", () => {
    expect(pairs(contract(["1-2:220", "2-10:220", "10-11:220"]))).toEqual(["1~2"]);
    expect(pairs(contract(["1-2:220", "1-10:132", "10-3:132", "10-4:132"]))).toEqual(["1~2"]);
    // Nor of low lines of three stations, over a border or not.
    expect(pairs(contract(["1-2:220", "1-10:132", "10-3:132", "10-4:132"], { 3: "BB" }))).toEqual(["1~2"]);
    expect(pairs(contract(["1-2:220", "1-10:220", "10-3:132", "10-4:132"]))).toEqual([
      "1~2",
      "1~jct:10",
      "3~jct:10",
      "4~jct:10",
    ]);
  });

  it("keeps direct current with taps as a junction of direct current", () => {
    const found = contract(["1-10:dc", "10-2:dc", "10-3:dc"]);
    expect(found.junctions).toMatchObject([{ id: "jct:10", kv: 0, isDirectCurrent: true }]);
    expect(found.links.map(({ kv }) => kv)).toEqual([null, null, null]);
    expect(contract(["1-10:dc", "10-2:380", "10-3:380"]).junctions).toMatchObject([
      { kv: 380, isDirectCurrent: false },
    ]);
  });

  it("keeps low lines between the ends of high ones, and over a border, and drops what only low lines reach", () => {
    // 1-2 and 3-4 are high; 2-3 is low between their ends; 5 and 6 are on low lines only.
    expect(pairs(contract(["1-2:380", "3-4:220", "2-3:132", "4-5:132", "5-6:132"]))).toEqual(["1~2", "2~3", "3~4"]);
    expect(pairs(contract(["1-2:132"], { 2: "BB" }))).toEqual(["1~2"]);
    expect(pairs(contract(["1-10:132", "10-2:132"], { 2: "BB" }))).toEqual(["1~2"]);
    expect(pairs(contract(["1-2:132"]))).toEqual([]);
  });

  it("ends at the region, and at the first station of the fringe", () => {
    expect(pairs(contract(["1-2:380", "2-3:380"], { 3: "XX" }))).toEqual(["1~2"]);
    expect(pairs(contract(["1-2:380", "2-3:380", "3-4:380"], { 3: "FF", 4: "FF" }))).toEqual(["1~2", "2~3"]);
    // Two first stations of the fringe keep the line between them.
    expect(pairs(contract(["1-3:380", "2-4:380", "3-4:380"], { 3: "FF", 4: "FF" }))).toEqual(["1~3", "2~4", "3~4"]);
  });

  it("makes a line of a junction that the region's end leaves with two ends, and nothing of one with one", () => {
    const outside = contract(["1-10:380", "2-10:380", "3-10:380"], { 3: "XX" });
    expect([pairs(outside), outside.junctions]).toEqual([["1~2"], []]);
    // Most ends of the joint are of the fringe, so the joint is too: of its fringe stations none is next to a whole State.
    const fringe = contract(["1-10:380", "3-10:380", "4-10:380"], { 3: "FF", 4: "FF" });
    expect([pairs(fringe), fringe.junctions, fringe.stations]).toEqual([[], [], []]);
    // Of five ends three are of the fringe; the two at home stay joined, by one line.
    const five = ["1-10:380", "2-10:220", "3-10:380", "4-10:380", "5-10:380"];
    const thin = contract(five, { 3: "FF", 4: "FF", 5: "FF" });
    expect(thin.links).toMatchObject([{ a: "1", b: "2", kv: 380, circuits: 2 }]);
    expect(thin.junctions).toEqual([]);
    // A junction at home holds the first stations of the fringe.
    expect(pairs(contract(["1-10:380", "2-10:380", "3-10:380", "3-4:380"], { 3: "FF", 4: "FF" }))).toEqual([
      "1~jct:10",
      "2~jct:10",
      "3~jct:10",
    ]);
  });

  const end = fc.integer({ min: 1, max: 14 });
  const grids = fc.record({
    lines: fc.array(fc.tuple(end, end, fc.constantFrom("132", "132", "132", "220", "380", "dc")), { maxLength: 25 }),
    states: fc.array(fc.constantFrom("AA", "BB", "XX"), { minLength: 9, maxLength: 9 }),
  });

  engineLaw("joins two stations that are kept where the lines that are kept join them", grids, ({ lines, states }) => {
    const texts = lines.filter(([a, b]) => a !== b).map(([a, b, kv]) => `${a}-${b}:${kv}`);
    const grid = gridOf(texts, Object.fromEntries(states.map((state, index) => [String(index + 1), state])));
    const { stations, links } = contractGrid(grid, region, 220);
    const kept = plainlyKept(grid);
    expect(stations.map(({ id }) => id).sort()).toEqual([...new Set(kept.flat())].filter(isStation).sort());
    const [after, before] = [parts(links.map(({ a, b }) => [a, b])), parts(kept)];
    for (const { id: a } of stations) {
      for (const { id: b } of stations) expect(after(a) === after(b), `${a} and ${b}`).toBe(before(a) === before(b));
    }
  });
});

function isStation(id: string): boolean {
  return Number(id) < 10;
}

/**
 * The lines that are kept, each by its ends, as the rule says it: a group of joints that leads to two stations of the region
 * or more, with all its lines, if one that ends at a station is high, or if it joins two stations over a border; of the lines
 * between two stations those that are high or cross, and those between the ends of such.
 */
function plainlyKept({ stations, branches }: Grid): [string, string][] {
  const state = (id: string): string => stations.get(id)?.state ?? "";
  const usable = branches.filter(({ a, b }) => [a, b].every((id) => !isStation(id) || state(id) !== "XX"));
  const direct = usable.filter(({ a, b }) => isStation(a) && isStation(b));
  const strong = direct.filter(({ a, b, kv }) => kv === null || kv >= 220 || state(a) !== state(b));
  const ends = new Set(strong.flatMap(({ a, b }) => [a, b]));
  const kept = direct.filter(({ a, b }) => ends.has(a) && ends.has(b));
  const inner = usable.filter(({ a, b }) => !isStation(a) && !isStation(b));
  const part = parts(inner.map(({ a, b }) => [a, b]));
  const joints = [...stations.keys()].filter((id) => !isStation(id));
  for (const group of new Set(joints.map(part))) {
    const spokes = usable.filter(({ a, b }) => isStation(a) !== isStation(b) && part(isStation(a) ? b : a) === group);
    const reached = [...new Set(spokes.flatMap(({ a, b }) => [a, b]).filter(isStation))];
    const isHigh = spokes.some(({ kv }) => kv === null || kv >= 220);
    const crosses = reached.length === 2 && state(reached[0] ?? "") !== state(reached[1] ?? "");
    if (reached.length >= 2 && (isHigh || crosses)) kept.push(...spokes, ...inner.filter(({ a }) => part(a) === group));
  }
  return kept.map(({ a, b }) => [a, b]);
}

/** Says in which connected part an id is, by the least id of it: repeated until nothing changes. */
function parts(pairsOfIds: readonly (readonly [string, string])[]): (id: string) => string {
  const label = new Map<string, string>();
  const of = (id: string): string => label.get(id) ?? id;
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b] of pairsOfIds) {
      const least = of(a) < of(b) ? of(a) : of(b);
      if (of(a) === least && of(b) === least) continue;
      label.set(a, least);
      label.set(b, least);
      changed = true;
    }
  }
  return of;
}
