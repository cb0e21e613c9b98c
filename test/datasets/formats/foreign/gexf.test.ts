import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../../analyzer/index.ts";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { gexf } from "../../../../datasets/formats/foreign/gexf.ts";
import type { ReadOutcome } from "../../../../datasets/formats/read-dataset.ts";
import { readFiles, roundTrip } from "../../../support/foreign-formats.ts";
import { asGrid, codesOf, told } from "../../../support/foreign-outcome.ts";
import { oddDataset } from "../../../support/odd-dataset.ts";

function read(text: string, caps = defaultCaps): Promise<ReadOutcome> {
  return readFiles(gexf, new Map([["graph.gexf", text]]), { ...asGrid, caps });
}

async function grid(text: string): Promise<Dataset> {
  const { dataset, issues } = await read(text);
  if (dataset === null) throw new Error(JSON.stringify(issues));
  return dataset;
}

const gephi = `<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
  <meta lastmodifieddate="2024-02-01">
    <creator>Gephi 0.10</creator>
    <description>A small grid</description>
  </meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node" mode="static">
      <attribute id="cap" title="capacity" type="double"/>
      <attribute id="old" title="old" type="boolean"><default>false</default><options>true|false</options></attribute>
    </attributes>
    <attributes class="edge"><attribute id="cap" title="likelihood" type="float"/></attributes>
    <nodes>
      <node id="0" label="Nordkraft &quot;1&quot;">
        <attvalues><attvalue for="cap" value="120.5"/></attvalues>
        <viz:size value="10.0"/><viz:position x="-334.2" y="70.1" z="0.0"/><viz:color r="1" g="2" b="3"/>
      </node>
      <node id="1" label="Süd">
        <attvalues><attvalue for="old" value="true"/><attvalue for="cap" value="NaN"/></attvalues>
      </node>
    </nodes>
    <edges>
      <edge id="7" source="0" target="1" weight="2.0"><attvalues><attvalue for="cap" value="0.5"/></attvalues></edge>
      <edge id="8" source="0" target="1" type="undirected"/>
      <edge id="9" source="1" target="0" type="mutual"/>
    </edges>
  </graph>
</gexf>
`;

describe("GEXF as others write it", () => {
  it("reads labels as names, declared types and defaults", async () => {
    const { assets, description } = await grid(gephi);
    expect(assets.map(({ id, name, capacity, extra }) => [id, name, capacity, extra])).toEqual([
      ["0", 'Nordkraft "1"', 120.5, { x_old: "false" }],
      ["1", "Süd", undefined, { x_old: "true" }],
    ]);
    expect(description.description).toBe("A small grid");
  });

  it("reads directed, undirected and mutual edges", async () => {
    const outcome = await read(gephi);
    expect(outcome.dataset?.dependencies.map(({ id, likelihood, extra }) => [id, likelihood, extra])).toEqual([
      ["0>1", undefined, undefined],
      ["7", 0.5, { x_weight: "2.0" }],
      ["9", undefined, undefined],
    ]);
    expect(outcome.dataset?.connections.map(({ id, a, b }) => [id, a, b])).toEqual([["8", "0", "1"]]);
    expect(told(outcome, "VALUE_REPAIRED").map(({ row }) => row)).toEqual([19, 25]);
  });

  it("tells once that drawing is not read", async () => {
    const texts = told(await read(gephi), "PART_NOT_READ").map(({ text }) => text);
    expect(texts.filter((text) => text.includes("drawing"))).toEqual([expect.stringContaining(": 3,")]);
  });

  it("reads version 1.2, whose edges are undirected where nothing is said", async () => {
    const text = `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph>
      <nodes><node id="a" label="A"/><node id="b" label="B"/></nodes>
      <edges><edge id="0" source="a" target="b"/></edges></graph></gexf>`;
    expect((await grid(text)).connections).toMatchObject([{ a: "a", b: "b" }]);
  });

  it("reads attvalues that are called as in the first versions, and edges before attributes", async () => {
    const text = `<gexf><graph defaultedgetype="directed"><edges><edge source="b" target="a"/></edges>
      <nodes><node id="a"><attvalues><attvalue id="k" value="1"/></attvalues></node><node id="b"/></nodes></graph></gexf>`;
    const { assets, dependencies } = await grid(text);
    expect(assets[0]?.extra).toEqual({ x_k: "1" });
    expect(dependencies).toMatchObject([{ provider: "b", dependent: "a" }]);
  });

  it("leaves out nodes within nodes and says how many times", async () => {
    const outcome = await read(`<gexf><graph><nodes><node id="a"><nodes><node id="b"/></nodes></node>
      <node id="c"><nodes/></node></nodes></graph></gexf>`);
    expect(outcome.dataset?.assets.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(told(outcome, "ROWS_LEFT_OUT").map(({ text }) => text)).toEqual([expect.stringContaining(": 2,")]);
  });

  it("keeps the first of the values over time and says so", async () => {
    const outcome = await read(`<gexf><graph mode="dynamic"><nodes><node id="a" start="2000"><attvalues>
      <attvalue for="k" value="1" start="2000"/><attvalue for="k" value="2" start="2001"/></attvalues>
      <spells><spell start="2000"/></spells></node></nodes></graph></gexf>`);
    expect(outcome.dataset?.assets[0]?.extra).toEqual({ x_k: "1", x_start: "2000" });
    expect(told(outcome, "ATTRIBUTE_REPEATED")).toHaveLength(1);
    expect(told(outcome, "PART_NOT_READ")[0]?.text).toContain("spells");
  });
});

describe("GEXF that is refused", () => {
  it.each([
    [
      "a document type",
      "<!DOCTYPE gexf [\n<!ENTITY x SYSTEM 'file:///etc/passwd'>\n]>\n<gexf>&x;</gexf>",
      "XML_DOCTYPE",
      3,
    ],
    ["an entity of its own", "<gexf>\n<graph>&nbsp;</graph></gexf>", "XML_MALFORMED", 2],
    ["another language", "<graphml/>", "FILE_KIND_UNKNOWN", 1],
    ["no graph", "<gexf/>", "FILE_KIND_UNKNOWN", 1],
    ["a node without id", "<gexf><graph><nodes>\n<node label='a'/></nodes></graph></gexf>", "FIELD_MISSING", 2],
    ["an edge without end", "<gexf><graph><edges>\n<edge source='a'/></edges></graph></gexf>", "FIELD_MISSING", 2],
  ])("%s", async (_, text, code, row) => {
    const outcome = await read(text);
    expect(outcome.dataset).toBeNull();
    expect(told(outcome, code)).toMatchObject([{ row, file: "graph.gexf" }]);
  });

  it("more rows than the cap", async () => {
    expect(codesOf(await read(gephi, { ...defaultCaps, rows: 1 }))).toContain("ROWS_TOO_MANY");
  });
});

describe("GEXF of ours", () => {
  it("keeps markup, line breaks and words of the language", async () => {
    const { written, outcome } = await roundTrip(gexf, oddDataset());
    expect(written.lost).toEqual([]);
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.dataset).toEqual(oddDataset());
  });
});
