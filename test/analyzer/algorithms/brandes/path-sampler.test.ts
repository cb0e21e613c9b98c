import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PathSampler } from "../../../../analyzer/algorithms/brandes/path-sampler.ts";
import { Chance, purposes } from "../../../../analyzer/algorithms/chance/chance.ts";
import type { Digraph } from "../../../../analyzer/algorithms/digraph/digraph.ts";
import { reversed } from "../../../../analyzer/algorithms/digraph/reversed.ts";
import { compiled, shortestPaths } from "../../../support/plain-graph.ts";
import { graphTrials, smallGraph } from "../../../support/small-graph.ts";

const chance = new Chance(20_260_729);

/** Uniform numbers of one draw. */
function numbersOf(draw: number): () => number {
  let asked = 0;
  return () => chance.uniform(purposes.sampling, asked++, 0, draw);
}

const samplerOf = (graph: Digraph) => new PathSampler(graph, reversed(graph));

describe("PathSampler", () => {
  it("draws the inner nodes of a shortest path, none where there is none, on 1,000 random graphs", () => {
    fc.assert(
      fc.property(smallGraph, (graph) => {
        const { length } = shortestPaths(graph);
        const sampler = samplerOf(compiled(graph));
        for (let from = 0; from < graph.nodeCount; from += 1) {
          for (let to = 0; to < graph.nodeCount; to += 1) {
            if (from === to) continue;
            const whole = length[from]![to]!;
            sampler.draw(from, to, numbersOf(from * graph.nodeCount + to));
            const { inner } = sampler;
            expect(inner.length).toBe(whole === Infinity ? 0 : whole - 1);
            const steps = inner.map((node) => length[from]![node]!).toSorted((x, y) => x - y);
            expect(steps).toEqual(inner.map((_, index) => index + 1));
            const through = inner.map((node) => length[from]![node]! + length[node]![to]!);
            expect(through.every((steps) => steps === whole)).toBe(true);
          }
        }
      }),
      graphTrials,
    );
  });

  it("draws every shortest path equally often", () => {
    // From 0 to 6: through 1, then 3 or 4; or through 2, then 5. Three paths.
    const pairs = [[0, 1], [0, 2], [1, 3], [1, 4], [2, 5], [3, 6], [4, 6], [5, 6]] as const; // biome-ignore format: a list
    const sampler = samplerOf(compiled({ nodeCount: 7, pairs }));
    const draws = 30_000;
    const times = new Map<number, number>();
    for (let draw = 0; draw < draws; draw += 1) {
      sampler.draw(0, 6, numbersOf(draw));
      for (const node of sampler.inner) times.set(node, (times.get(node) ?? 0) + 1);
    }
    // 4 standard deviations of a share of 1/3.
    for (const node of [2, 3, 4, 5]) expect(Math.abs(times.get(node)! / draws - 1 / 3)).toBeLessThan(0.011);
    expect(times.get(1)! + times.get(2)!).toBe(draws);
  });

  it("draws among more paths than a number can count, and looks at few edges of a star", () => {
    const diamonds = 2500;
    const pairs = Array.from({ length: diamonds }, (_, d) => [
      [3 * d, 3 * d + 1] as const,
      [3 * d, 3 * d + 2] as const,
      [3 * d + 1, 3 * d + 3] as const,
      [3 * d + 2, 3 * d + 3] as const,
    ]).flat();
    const sampler = samplerOf(compiled({ nodeCount: 3 * diamonds + 1, pairs }));
    sampler.draw(0, 3 * diamonds, numbersOf(1));
    expect(sampler.inner).toHaveLength(2 * diamonds - 1);
    const left = sampler.inner.filter((node) => node % 3 === 1).length;
    expect(Math.abs(left - diamonds / 2)).toBeLessThan(4 * Math.sqrt(diamonds / 4));

    const leaves = 10_000;
    const star = compiled({
      nodeCount: leaves + 1,
      pairs: Array.from({ length: leaves }, (_, leaf) => [[0, leaf + 1] as const, [leaf + 1, 0] as const]).flat(),
    });
    const onStar = samplerOf(star);
    onStar.draw(1, 2, numbersOf(2));
    expect([onStar.inner, onStar.edgesTouched]).toEqual([[0], 2]);
  });
});
