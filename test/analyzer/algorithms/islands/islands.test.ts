import { describe, expect, it } from "vitest";
import { IslandBalance } from "../../../../analyzer/algorithms/islands/island-balance.ts";
import { Islands, noIsland } from "../../../../analyzer/algorithms/islands/islands.ts";
import type { Asset } from "../../../../analyzer/index.ts";
import { assetRow } from "../../../support/rows.ts";
import { cityRow, plantRow } from "../../../support/small-dataset.ts";
import { lines, oneNetwork } from "./one-network.ts";

/** Islands with some assets silent and some levels below 1, and what is seen there. */
function islandsOf(
  assets: readonly Asset[],
  connections: string,
  { silent = [], levels = {} }: { silent?: readonly string[]; levels?: Readonly<Record<string, number>> } = {},
) {
  const { network, nodeOf, assetOf } = oneNetwork(assets, lines(connections));
  const conducts = new Uint8Array(assets.length).fill(1);
  const level = new Float64Array(assets.length).fill(1);
  for (const id of silent) conducts[assetOf(id)] = 0;
  for (const [id, value] of Object.entries(levels)) level[assetOf(id)] = value;
  const islands = new Islands(network, new IslandBalance(network));
  islands.relabel(conducts);
  islands.balance(level);
  return {
    islands,
    islandOf: (id: string) => islands.islandOf[nodeOf(id)],
    ratio: (id: string) => islands.seenRatio(nodeOf(id), true),
    seen: (id: string, available: boolean) => islands.seenIsland(nodeOf(id), available),
    seenRatio: (id: string, available: boolean) => islands.seenRatio(nodeOf(id), available),
  };
}

const station = (id: string) => assetRow(id);

describe("Islands: labels", () => {
  it("are the parts over conducting nodes, numbered by their first node, directions ignored", () => {
    const assets = [plantRow("G"), station("N"), station("O"), station("Q"), station("R")];
    const whole = islandsOf(assets, "R>Q Q-O O-N N-G");
    expect([whole.islands.islandCount, whole.islandOf("R")]).toEqual([1, 0]);
    const cut = islandsOf(assets, "R>Q Q-O O-N N-G", { silent: ["N"] });
    expect(["G", "N", "O", "Q", "R"].map(cut.islandOf)).toEqual([0, noIsland, 1, 1, 1]);
    expect(cut.islands.islandCount).toBe(2);
  });

  it("leave a node that conducts alone with an island of its own", () => {
    const { islandOf } = islandsOf([plantRow("G"), station("N"), station("O")], "G-N N-O", { silent: ["N"] });
    expect(["G", "N", "O"].map(islandOf)).toEqual([0, noIsland, 1]);
  });
});

describe("Islands: supply ratio", () => {
  it("is what is made over what is asked, at most 1", () => {
    const assets = [plantRow("F", 20), plantRow("G", 10), cityRow("Y", 15), cityRow("Z", 45)];
    expect(islandsOf(assets, "F-G G-Y Y-Z").ratio("Z")).toBe(0.5);
    expect(islandsOf(assets, "F-G G-Y Y-Z", { silent: ["Z"] }).ratio("Y")).toBe(1);
    expect(islandsOf(assets, "F-G G-Y Y-Z", { levels: { F: 0.25 } }).ratio("Y")).toBe(0.25);
  });

  it("is the best producer's level where nothing is asked or an amount is not known, 0 without a producer", () => {
    const open = [plantRow("F", 20), plantRow("G", 10), station("N")];
    expect(islandsOf(open, "F-N G-N", { levels: { F: 0.25, G: 0.75 } }).ratio("N")).toBe(0.75);
    const unknown = [plantRow("F"), plantRow("G", 10), cityRow("Z", 400)];
    expect(islandsOf(unknown, "F-Z G-Z", { levels: { F: 0.5 } }).ratio("Z")).toBe(1);
    expect(islandsOf(unknown, "F-Z G-Z", { silent: ["F"] }).ratio("Z")).toBe(0.025);
    expect(islandsOf(unknown, "F-Z G-Z", { silent: ["F", "G"] }).ratio("Z")).toBe(0);
  });

  it("ignores what is made and asked on nodes that do not conduct", () => {
    const assets = [plantRow("F", 20), plantRow("G", 10), cityRow("Y", 20), cityRow("Z", 20)];
    expect(islandsOf(assets, "F-Y G-Y Z-Y", { silent: ["F", "Z"] }).ratio("Y")).toBe(0.5);
  });
});

describe("Islands: what a node sees", () => {
  const assets = [plantRow("F", 10), plantRow("G", 10), station("N"), cityRow("Y", 40), cityRow("Z", 20)];

  it("is its own island while it conducts, else the best of its neighbours' as far as it is available", () => {
    const { seen, islandOf, seenRatio } = islandsOf(assets, "F-Y Y-N N-Z Z-G", { silent: ["N"] });
    expect(seen("Y", false)).toBe(islandOf("Y"));
    expect(seen("N", true)).toBe(islandOf("Z"));
    expect(seenRatio("N", true)).toBe(0.5);
    expect(seen("N", false)).toBe(noIsland);
    expect(seenRatio("N", false)).toBe(0);
  });

  it("is nothing where no neighbour conducts either", () => {
    const { seen } = islandsOf(assets, "F-Y Y-N N-Z Z-G", { silent: ["N", "Y", "Z"] });
    expect(seen("N", true)).toBe(noIsland);
  });

  it("is nothing in a directed network where no producer at work reaches the node along the directions", () => {
    const along = [plantRow("G", 10), station("N"), station("O"), station("Q")];
    const down = islandsOf(along, "G>N N>O Q>O");
    expect(["G", "N", "O", "Q"].map(down.ratio)).toEqual([1, 1, 1, 0]);
    // The last step needs no conduction, a further one does.
    const cut = islandsOf(along, "G>N N>O Q>O", { silent: ["N"] });
    expect([cut.seenRatio("N", true), cut.ratio("O")]).toEqual([1, 0]);
    // What lies downstream of O feeds its island, and yet O is not reached through N.
    const fed = islandsOf([...along, plantRow("R", 10)], "G>N N>O O>R", { silent: ["N"] });
    expect([fed.seenRatio("N", true), fed.ratio("O")]).toEqual([1, 0]);
    expect(islandsOf(along, "G>N N>O Q>O", { levels: { G: 1e-9 } }).ratio("N")).toBe(0);
    expect(islandsOf(along, "G>N N>O Q>O", { levels: { G: 1e-6 } }).ratio("N")).toBe(1e-6);
  });
});

it("Islands: reset goes back to what was remembered", () => {
  const assets = [plantRow("G", 10), station("N"), station("O")];
  const { network } = oneNetwork(assets, lines("G>N N>O"));
  const islands = new Islands(network, new IslandBalance(network));
  const level = Float64Array.of(1, 1, 1);
  islands.relabel(Uint8Array.of(1, 0, 1));
  islands.balance(level);
  islands.remember();
  islands.relabel(Uint8Array.of(1, 1, 1));
  islands.balance(level);
  expect([0, 1, 2].map((node) => islands.seenRatio(node, true))).toEqual([1, 1, 1]);
  islands.reset(true);
  expect([...islands.islandOf]).toEqual([0, noIsland, 1]);
  expect(islands.islandCount).toBe(2);
  expect([0, 1, 2].map((node) => islands.seenRatio(node, true))).toEqual([1, 1, 0]);
});
