import { describe, expect, it } from "vitest";
import { assumeGasSources } from "../../../../../datasets/recipes/open-region/assumptions/gas-sources.ts";
import { asset, draftOf } from "../small-region.ts";

const pipe = (a: string, b: string) => ({ id: `O2:${a}~${b}`, a, b, commodity: "gas", source: "authored" });

function sourcesOf(
  energy: ReadonlyMap<string, { gasBcm?: number }>,
  edgeStates: string[],
  points: { lon: number }[] = [],
) {
  const nodes = ["a1", "a2", "a3", "a4"].map((id, index) => asset(id, "gas node", index, 0));
  const abroad = ["b1", "b2"].map((id, index) => asset(id, "gas node", 10 + index, 0, { state: "BB" }));
  const draft = draftOf([...nodes, ...abroad, asset("dry", "gas node", 2, 0)]);
  draft.connections.push(pipe("a1", "a2"), pipe("a2", "a3"), pipe("a2", "a4"), pipe("a4", "b1"), pipe("b1", "b2"));
  const stated = points.map(({ lon }) => ({ name: "Terminal", state: "AA", lon, lat: 0 }));
  assumeGasSources(draft, energy, { edgeStates, points: stated });
  const sources = [...draft.assets.values()].filter(({ produces }) => produces !== undefined);
  for (const { produces, assumed } of sources) {
    // No amount is known.
    expect([produces, assumed]).toEqual([[{ commodity: "gas" }], ["produces"]]);
  }
  return { ids: sources.map(({ id }) => id), notes: draft.notes };
}

describe("A3", () => {
  it("takes gas in at every pipe end of a State at the edge", () => {
    expect(sourcesOf(new Map(), ["BB"]).ids).toEqual(["b2"]);
    expect(sourcesOf(new Map(), ["AA"]).ids).toEqual(["a1", "a3"]);
  });

  it("has a State that wins 1 billion m3 and more give at its node with the most pipes", () => {
    expect(sourcesOf(new Map([["AA", { gasBcm: 1 }]]), []).ids).toEqual(["a2"]);
    expect(sourcesOf(new Map([["AA", { gasBcm: 0.99 }]]), []).ids).toEqual([]);
    // At the edge, the pipe ends stand for it.
    expect(sourcesOf(new Map([["AA", { gasBcm: 9 }]]), ["AA"]).ids).toEqual(["a1", "a3"]);
  });

  it("takes the node nearest to a stated point within 80 km, on a pipe and of its State, and tells of a point without", () => {
    // 0.3 degrees from a3, which is 33 km; the node without a pipe is nobody's entry.
    expect(sourcesOf(new Map(), [], [{ lon: 2.3 }]).ids).toEqual(["a3"]);
    // 0.8 degrees are 89 km.
    const far = sourcesOf(new Map(), [], [{ lon: 3.8 }]);
    expect(far.ids).toEqual([]);
    expect(far.notes[0]).toBe("A3: no gas node of AA within 80 km of Terminal");
  });
});
