import { describe, expect, it } from "vitest";
import { maxFlow } from "../../analyzer/algorithms/max-flow/max-flow.ts";
import { resultOf } from "../support/ask.ts";
import { referenceValues } from "../support/reference-values.ts";
import { assetRow, connectionRow, datasetOf } from "../support/rows.ts";

/**
 * Maximum flow against networkx and OR-tools (validation.md 6; reference-values, flow.json). Minimum-cost supply, the gas
 * formula and water heads of that file belong to models that are not offered.
 */

type Arc = readonly [from: string, to: string, capacity: number];

interface FlowFile {
  readonly clrs_max_flow: {
    readonly arcs: readonly Arc[];
    readonly value_networkx: number;
    readonly min_cut_source_side: readonly string[];
    readonly min_cut_arcs: readonly string[];
    readonly value_after_single_arc_removal: Readonly<Record<string, number>>;
  };
}

const file = referenceValues("flow.json", "the maximum flows of flow.json") as FlowFile | null;
const nameOf = ([from, to]: Arc): string => `${from}>${to}`;

/** From the State of s to that of t; all other assets lie in a third State. */
function flowOf(arcs: readonly Arc[]) {
  const stateOf = (id: string): string => ({ s: "XA", t: "XB" })[id] ?? "XC";
  const dataset = datasetOf({
    assets: [...new Set(["s", "t", ...arcs.flatMap(([from, to]) => [from, to])])].map((id) =>
      assetRow(id, { states: [{ state: stateOf(id), share: 1 }] }),
    ),
    connections: arcs.map((arc) =>
      connectionRow(arc[0], arc[1], { id: nameOf(arc), directed: true, capacity: arc[2], unit: "MW" }),
    ),
  });
  const { rows } = resultOf("borders", dataset, { states: ["XA", "XB"] });
  return rows.find(({ from }) => from === "XA");
}

describe.skipIf(file === null)("the network of Cormen, Leiserson, Rivest, Stein", () => {
  const { clrs_max_flow: clrs } = file ?? ({} as FlowFile);

  it("lets 23 through, and its narrowest place is the cut", () => {
    const row = flowOf(clrs.arcs);
    expect(row?.flow).toBe(clrs.value_networkx);
    expect(row?.narrowest?.toSorted()).toEqual(clrs.min_cut_arcs.toSorted());
    const ids = [...new Set(clrs.arcs.flatMap(([from, to]) => [from, to]))];
    const { sourceSide } = maxFlow(
      {
        nodeCount: ids.length,
        tail: Int32Array.from(clrs.arcs, ([from]) => ids.indexOf(from)),
        head: Int32Array.from(clrs.arcs, ([, to]) => ids.indexOf(to)),
        capacity: Float64Array.from(clrs.arcs, ([, , capacity]) => capacity),
      },
      ids.indexOf("s"),
      ids.indexOf("t"),
    );
    expect(ids.filter((_, node) => sourceSide[node] === 1).toSorted()).toEqual(clrs.min_cut_source_side.toSorted());
  });

  it.each(Object.entries(clrs?.value_after_single_arc_removal ?? {}))("without %s lets %d through", (gone, value) => {
    expect(flowOf(clrs.arcs.filter((arc) => nameOf(arc) !== gone))?.flow).toBe(value);
  });
});
