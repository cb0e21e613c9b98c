import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../../analyzer/index.ts";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { graphml } from "../../../../datasets/formats/foreign/graphml.ts";
import type { ReadOutcome } from "../../../../datasets/formats/read-dataset.ts";
import { readFiles, roundTrip } from "../../../support/foreign-formats.ts";
import { asGrid, codesOf, told } from "../../../support/foreign-outcome.ts";
import { oddDataset } from "../../../support/odd-dataset.ts";

function read(text: string, caps = defaultCaps): Promise<ReadOutcome> {
  return readFiles(graphml, new Map([["graph.graphml", text]]), { ...asGrid, caps });
}

const networkx = `<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <key id="d3" for="edge" attr.name="buffer_hours" attr.type="double"/>
  <key id="d2" for="node" attr.name="black_start" attr.type="boolean"><default>false</default></key>
  <key id="d1" for="node" attr.name="capacity" attr.type="double"/>
  <key id="d0" for="all" attr.name="fuel" attr.type="string"><default>none</default></key>
  <graph edgedefault="directed">
    <node id="A &amp; B">
      <data key="d1">12.5</data>
      <data key="d0">gas &lt;2&gt;</data>
    </node>
    <node id="C"><data key="d2">true</data><data key="d1">nan</data></node>
    <edge source="A &amp; B" target="C"><data key="d3">4</data></edge>
    <edge
       source="C" target="A &amp; B" directed="false" id="line-1"/>
  </graph>
</graphml>
`;

async function grid(text: string): Promise<Dataset> {
  const { dataset, issues } = await read(text);
  if (dataset === null) throw new Error(JSON.stringify(issues));
  return dataset;
}

describe("GraphML as others write it", () => {
  it("reads types, defaults, and both ways of edges", async () => {
    const { assets, dependencies, connections } = await grid(networkx);
    expect(assets.map(({ id, capacity, blackStart, extra }) => [id, capacity, blackStart, extra])).toEqual([
      ["A & B", 12.5, false, { x_fuel: "gas <2>" }],
      ["C", undefined, true, { x_fuel: "none" }],
    ]);
    expect(dependencies).toMatchObject([{ provider: "A & B", dependent: "C", bufferHours: 4 }]);
    expect(connections).toMatchObject([{ id: "line-1", a: "C", b: "A & B" }]);
  });

  it("takes NaN for unknown and says so", async () => {
    expect(told(await read(networkx), "VALUE_REPAIRED")).toMatchObject([{ row: 12, column: "capacity" }]);
  });

  it("reads edges of an undirected graph as connections, and prefixed names", async () => {
    const text = `<g:graphml xmlns:g="x"><g:graph edgedefault="undirected"><g:node id="1"/><g:node id="2"/>
      <g:edge source="1" target="2"/><g:edge source="2" target="1" directed="true"/></g:graph></g:graphml>`;
    const { connections, dependencies } = await grid(text);
    expect([connections.length, dependencies.length]).toEqual([1, 1]);
  });

  it("keeps an attribute called id apart from the id, as igraph writes it", async () => {
    const text = `<graphml><key id="v_id" for="node" attr.name="id" attr.type="string"/><graph edgedefault="directed">
      <node id="n0"><data key="v_id">old</data></node><node id="n1"><data key="v_id">n1</data></node></graph></graphml>`;
    const { assets } = await grid(text);
    expect(assets.map(({ id, extra }) => [id, extra])).toEqual([
      ["n0", { x_stated_id: "old" }],
      ["n1", undefined],
    ]);
  });

  it("keeps the words of yEd's drawings and says what it leaves", async () => {
    const text = `<graphml xmlns:y="y"><key for="node" id="d6" yfiles.type="nodegraphics"/><graph id="G" edgedefault="directed">
      <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30"/><y:NodeLabel>Plant<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
      </graph></graphml>`;
    const outcome = await read(text);
    expect(outcome.dataset?.assets).toMatchObject([{ id: "n0", extra: { x_label: "Plant" } }]);
    expect(told(outcome, "PART_NOT_READ")[0]?.text).toContain("drawing");
  });

  it("keeps XML attributes of nodes and edges, as APOC writes them", async () => {
    const { assets, dependencies } = await grid(
      `<graphml><graph edgedefault="directed"><node id="n0" labels=":Plant"/><node id="n1"/>
      <edge id="e0" source="n0" target="n1" label="FEEDS"/></graph></graphml>`,
    );
    expect(assets[0]?.extra).toEqual({ x_labels: ":Plant" });
    expect(dependencies).toMatchObject([{ id: "e0", extra: { x_label: "FEEDS" } }]);
  });

  it("tells once, with a count, what is no node or edge of the one graph", async () => {
    const outcome = await read(`<graphml><graph edgedefault="directed">
      <node id="a"><port name="p"/><port name="q"/><graph id="inner"><node id="b"/><node id="c"/></graph></node>
      <hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>
      </graph><graph><node id="d"/></graph></graphml>`);
    expect(outcome.dataset?.assets.map(({ id }) => id)).toEqual(["a"]);
    const texts = [...told(outcome, "ROWS_LEFT_OUT"), ...told(outcome, "PART_NOT_READ")].map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(texts.map((text) => text.match(/: (\d+),/u)?.[1])).toEqual(["2", "1", "2"]);
  });

  it("keeps the first of two values and says so", async () => {
    const outcome = await read(`<graphml><graph edgedefault="directed">
      <node id="a"><data key="k">1</data><data key="k">2</data></node></graph></graphml>`);
    expect(outcome.dataset?.assets[0]?.extra).toEqual({ x_k: "1" });
    expect(told(outcome, "ATTRIBUTE_REPEATED")).toMatchObject([{ row: 2, column: "k", value: "2" }]);
  });

  it("says which line has no id or end", async () => {
    const outcome = await read('<graphml><graph>\n<node/>\n<edge source="a"/>\n</graph></graphml>');
    expect(told(outcome, "FIELD_MISSING").map(({ row, column }) => [row, column])).toEqual([
      [2, "id"],
      [3, "target"],
    ]);
  });
});

describe("GraphML that is refused", () => {
  const bomb = ["a", "b", "c"].map((name, at) => `<!ENTITY ${name} "${at === 0 ? "ha" : "&a;&a;&a;"}">`).join("\n");
  it.each([
    [
      "a document type with entities",
      `<?xml version="1.0"?>\n<!DOCTYPE lolz [\n${bomb}\n]>\n<graphml>&c;</graphml>`,
      "XML_DOCTYPE",
      6,
    ],
    ["a document type of another file", '<!DOCTYPE g SYSTEM "file:///etc/passwd">\n<graphml/>', "XML_DOCTYPE", 1],
    ["a late document type", "<graphml>\n<!DOCTYPE g>\n</graphml>", "XML_DOCTYPE", 2],
    ["an entity of its own", "<graphml>\n<graph><node id='&e;'/></graph></graphml>", "XML_MALFORMED", 2],
    [
      "an entity called as a word of the language",
      "<graphml>\n<desc>&constructor;</desc></graphml>",
      "XML_MALFORMED",
      2,
    ],
    ["a text cut off", "<graphml><graph>\n\n<node id='a", "XML_MALFORMED", 3],
    ["an end that fits no start", "<graphml>\n<graph></node>", "XML_MALFORMED", 2],
    ["an attribute without quotes", "<graphml>\n<graph id=a/></graphml>", "XML_MALFORMED", 2],
    ["two attributes of one name", "<graphml>\n<graph id='a' id='b'/></graphml>", "XML_MALFORMED", 2],
    ["another language", "<html>\n<graph/></html>", "FILE_KIND_UNKNOWN", 1],
    ["UTF-16", "\u0000<\u0000g", "FILE_UTF16", 1],
  ])("%s", async (_, text, code, row) => {
    const outcome = await read(text);
    expect(outcome.dataset).toBeNull();
    expect(told(outcome, code)).toMatchObject([{ row, file: "graph.graphml" }]);
  });

  it("elements nested deeper than the cap", async () => {
    const deep = `<graphml>${"\n<a>".repeat(100_000)}`;
    expect(told(await read(deep), "XML_TOO_DEEP")).toMatchObject([{ row: defaultCaps.jsonDepth + 1 }]);
  });

  it("a file over its cap", async () => {
    expect(codesOf(await read(networkx, { ...defaultCaps, fileBytes: 500 }))).toContain("FILE_TOO_LARGE");
  });

  it("more rows than the cap", async () => {
    expect(codesOf(await read(networkx, { ...defaultCaps, rows: 1 }))).toContain("ROWS_TOO_MANY");
  });
});

describe("GraphML of ours", () => {
  it("keeps markup, line breaks and words of the language", async () => {
    const { written, outcome } = await roundTrip(graphml, oddDataset());
    expect(written.lost).toEqual([]);
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.dataset).toEqual(oddDataset());
  });

  it("mixes no directed and undirected edges, which NetworkX refuses", async () => {
    const written = await graphml.write?.(oddDataset());
    const text = String(written?.files.get("graph.graphml"));
    expect(text).toContain('<graph edgedefault="directed">');
    expect(text).not.toMatch(/<edge [^>]*directed/u);
  });

  it("says which characters XML cannot hold", async () => {
    const odd = oddDataset();
    const assets = odd.assets.map((asset) => ({ ...asset, operator: "a\u0001b\ud800" }));
    const { written, outcome } = await roundTrip(graphml, { ...odd, assets });
    expect(written.lost).toMatchObject([{ table: "assets", column: "operator", rows: odd.assets.length }]);
    expect(outcome.dataset?.assets[0]?.operator).toBe("a\ufffdb\ufffd");
  });
});
