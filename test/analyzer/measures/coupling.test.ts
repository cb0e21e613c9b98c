import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../analyzer/index.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { graphTrials, reachedFrom, smallGraph } from "../../support/small-graph.ts";

const couplingOf = (dataset: Dataset) => resultOf("coupling", dataset, {});
const inState = (state: string) => ({ states: [{ state, share: 1 }] });

describe("coupling", () => {
  it("counts what crosses and what lies in loops, by hand", () => {
    const joint = { states: ["XA", "XB"].map((state) => ({ state, share: 0.5 })) };
    const dataset = datasetOf({
      assets: [
        assetRow("P", { produces: [{ commodity: "electricity" }] }),
        assetRow("S"),
        assetRow("T", { sector: "digital" }),
        assetRow("B", { ...inState("XB"), sector: "digital" }),
        assetRow("J", { ...joint, sector: "water" }),
      ],
      connections: [connectionRow("P", "S"), connectionRow("S", "J"), connectionRow("S", "B")],
      dependencies: [
        dependencyRow("S", "T"),
        dependencyRow("T", "S"),
        dependencyRow("T", "B"),
        dependencyRow("S", "B"),
        dependencyRow("S", "J"),
        dependencyRow("B", "P"),
        dependencyRow("@electricity", "J", { id: "own" }),
      ],
    });
    expect(couplingOf(dataset)).toEqual({
      kind: "coupling",
      dependencies: 6,
      networkDependencies: 1,
      // All but T > B; T > B, S > B and B > P cross the border, J is at home in both States.
      crossSector: { count: 5, share: 5 / 6 },
      crossBorder: { count: 3, share: 0.5 },
      crossSectorAndBorder: { count: 2, share: 1 / 3 },
      inLoops: { count: 2, share: 1 / 3 },
      reciprocity: 1 / 3,
      loops: { count: 1, assets: 2, sizes: [2] },
      // The plant needs B, which needs S, which needs the plant's network.
      loopsWithNetworks: { count: 1, assets: 4, sizes: [4] },
      // S and T are one: B and J are one step behind them, P two.
      meanDepth: (0 + 0 + 1 + 1 + 2) / 5,
      maxDepth: 2,
      connections: 3,
      crossBorderConnections: 1,
    });
  });

  it("without dependencies or assets has no shares, rather than shares of 0", () => {
    const none = { count: 0, share: null };
    const alone = couplingOf(datasetOf({ assets: [assetRow("A")] }));
    expect(alone).toMatchObject({ dependencies: 0, crossSector: none, inLoops: none, reciprocity: null, meanDepth: 0 });
    expect(couplingOf(datasetOf({})).meanDepth).toBeNull();
  });

  it("counts as loops who reach each other, and depth as the longest way there, on 300 random graphs", () => {
    fc.assert(
      fc.property(smallGraph, (graph) => {
        const nodes = [...Array(graph.nodeCount).keys()];
        const pairs = graph.pairs.filter(([from, to]) => from !== to);
        const { loops, inLoops, maxDepth } = couplingOf(
          datasetOf({
            assets: nodes.map((node) => assetRow(`N${node}`)),
            dependencies: pairs.map(([from, to], row) =>
              dependencyRow(`N${from}`, `N${to}`, { id: `d${row}`, group: `${row}` }),
            ),
          }),
        );
        const reach = nodes.map((node) => reachedFrom(graph, node, () => true));
        const together = (a: number, b: number) => reach[a]!.has(b) && reach[b]!.has(a);
        const sizes = nodes
          .filter((node) => nodes.find((other) => together(node, other)) === node)
          .map((node) => nodes.filter((other) => together(node, other)).length)
          .filter((size) => size > 1);
        expect(loops.sizes).toEqual(sizes.toSorted((x, y) => y - x));
        expect(inLoops.count).toBe(pairs.filter(([from, to]) => together(from, to)).length);
        const longest = (node: number): number =>
          Math.max(
            0,
            ...pairs.filter(([a, b]) => together(b, node) && !together(a, node)).map(([a]) => longest(a) + 1),
          );
        expect(maxDepth).toBe(Math.max(...nodes.map(longest)));
      }),
      { ...graphTrials, numRuns: 300 },
    );
  });

  it("takes no parameters", () => {
    expect(refusals("coupling", datasetOf({}), { by: "sector" })).toHaveLength(1);
  });
});
