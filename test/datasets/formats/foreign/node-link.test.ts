import { describe, expect, it } from "vitest";
import { nodeLink } from "../../../../datasets/formats/foreign/node-link.ts";
import { readFiles } from "../../../support/foreign-formats.ts";
import { asGrid, codesOf, told } from "../../../support/foreign-outcome.ts";

const read = (value: unknown) =>
  readFiles(nodeLink, new Map([["graph.json", typeof value === "string" ? value : JSON.stringify(value)]]), asGrid);
const nodes = [{ id: 1, label: "North" }, { id: "b" }];

describe("node-link data", () => {
  it("of a directed graph are dependencies, with numbers for ids", async () => {
    const { dataset } = await read({
      directed: true,
      multigraph: false,
      nodes,
      edges: [{ source: 1, target: "b", gas: 4 }],
    });
    expect(dataset?.assets.map(({ id }) => id)).toEqual(["1", "b"]);
    expect(dataset?.dependencies).toMatchObject([{ provider: "1", dependent: "b", extra: { x_gas: "4" } }]);
  });

  it("of an undirected graph are connections, under the older name of its edges too", async () => {
    const { dataset } = await read({ directed: false, nodes, links: [{ source: "b", target: 1 }] });
    expect(dataset?.connections).toMatchObject([{ a: "b", b: "1" }]);
  });

  it("that say more of the graph as a whole are read without it, which is told", async () => {
    const outcome = await read({
      directed: true,
      graph: { created: "2020", knockon_dataset: "{}" },
      layout: [1],
      nodes,
    });
    expect(outcome.dataset?.assets.length).toBe(2);
    expect(told(outcome, "PART_NOT_READ").map(({ column }) => column)).toEqual(["layout", "created"]);
  });

  it.each([
    ["{", "JSON_MALFORMED"],
    ["[]", "FIELD_WRONG_TYPE"],
    [{ nodes: {} }, "FIELD_WRONG_TYPE"],
    [{ nodes: [{ name: "no id" }] }, "FIELD_MISSING"],
    [{ nodes, edges: [{ source: 1 }] }, "FIELD_MISSING"],
    [{ directed: "yes", nodes }, "FIELD_WRONG_TYPE"],
    ['{"nodes": [], "nodes": []}', "JSON_KEY_REPEATED"],
    [{ directed: true, nodes, edges: [{ source: 1, target: "nowhere" }] }, "REFERENCE_UNKNOWN"],
  ])("%j is refused with %s", async (value, code) => {
    const outcome = await read(value);
    expect(outcome.dataset).toBeNull();
    expect(codesOf(outcome)).toContain(code);
  });
});
