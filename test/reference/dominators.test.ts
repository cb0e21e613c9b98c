import { describe, expect, it } from "vitest";
import { simpleDigraph } from "../../analyzer/algorithms/digraph/simple-digraph.ts";
import { reversed } from "../../analyzer/algorithms/digraph/reversed.ts";
import { dominatedCounts, dominators, noDominator } from "../../analyzer/algorithms/dominators/dominators.ts";
import { resultOf } from "../support/ask.ts";
import { referenceValues } from "../support/reference-values.ts";
import { assetRow, datasetOf, dependencyRow } from "../support/rows.ts";

/** Dominators against the published example and enumeration (validation.md 3; reference-values, reliability.json). */

interface Example {
  readonly edges: readonly (readonly [string, string])[];
  readonly idom: Readonly<Record<string, string>>;
  readonly nodes_lost_if_removed: Readonly<Record<string, number>>;
}

interface ReliabilityFile {
  readonly dominators_lengauer_tarjan: Example;
  readonly spof_multi_source_example: Example;
}

const file = referenceValues("reliability.json", "the dominators of reliability.json") as ReliabilityFile | null;

describe.skipIf(file === null)("dominators", () => {
  const { dominators_lengauer_tarjan: published, spof_multi_source_example: sources } = file ?? ({} as ReliabilityFile);

  it("of Lengauer and Tarjan 1979", () => {
    const ids = [...new Set(published.edges.flat())].toSorted();
    const graph = simpleDigraph(
      ids.length,
      published.edges.map(([from]) => ids.indexOf(from)),
      published.edges.map(([, to]) => ids.indexOf(to)),
    );
    const tree = dominators(
      graph,
      reversed(graph),
      Uint8Array.from(ids, (id) => (id === "R" ? 1 : 0)),
    );
    const found = ids.map((id, node): [string, string] => [id, ids[tree.dominator[node]!] ?? "none"]);
    expect(Object.fromEntries(found)).toEqual({ ...published.idom, R: "none" });
    expect(tree.dominator[ids.indexOf("R")]).toBe(noDominator);
    const counts = dominatedCounts(tree);
    for (const [id, lost] of Object.entries(published.nodes_lost_if_removed))
      expect(counts[ids.indexOf(id)]).toBe(lost);
  });

  it("of several sources, as sole suppliers", () => {
    const edges = sources.edges.filter(([from]) => from !== "ROOT");
    const ids = [...new Set(edges.flat())];
    const { rows } = resultOf(
      "structure",
      datasetOf({
        assets: ids.map((id) => assetRow(id)),
        dependencies: edges.map(([from, to]) => dependencyRow(from, to)),
      }),
      {},
    );
    const suppliers = rows.map(({ id, soleSupplier }) => [id, soleSupplier ?? "ROOT"]);
    expect(Object.fromEntries(suppliers)).toEqual(sources.idom);
    expect(Object.fromEntries(rows.map(({ id, soleSupplyOf }) => [id, soleSupplyOf]))).toEqual(
      sources.nodes_lost_if_removed,
    );
  });
});
