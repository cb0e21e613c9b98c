import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Neo4jGraph, openNeo4jGraph } from "../../../api/store/neo4j-graph.ts";
import { openStore } from "../../../api/store/open-store.ts";
import { sampleDataset } from "../../contract/sample-dataset.ts";
import { cypher } from "../../support/cypher.ts";
import { neo4jSkipReason, neo4jStoreArguments, useNeo4jServer } from "../../support/neo4j.ts";

const at = "2026-01-01T00:00:00.000Z";
const about = { kind: "run" };

describe.skipIf((await neo4jSkipReason()) !== null)("a Neo4j graph", () => {
  const server = useNeo4jServer();
  let graph: Neo4jGraph;
  let tag: string;
  let prefix: string;

  beforeEach(() => {
    graph = openNeo4jGraph(...neo4jStoreArguments(server()));
    tag = randomUUID();
    prefix = `p${tag.slice(0, 8)}_`;
  });
  afterEach(async () => {
    await cypher(server(), "MATCH (n:Thing {tag: $tag}) DETACH DELETE n", { tag });
    await cypher(server(), "MATCH (n:KnockonAnnotation {prefix: $prefix}) DELETE n", { prefix });
    await graph.close();
  });

  /** Nodes of this test, and what an annotation of them would be. */
  const things = async (count: number) => {
    const create = "UNWIND range(1, $count) AS n CREATE (x:Thing {tag: $tag, n: toInteger(n)}) RETURN elementId(x), n";
    const made = await cypher(server(), create, { tag, count });
    return made.map(([elementId, n]) => ({
      elementId: String(elementId),
      values: { outage_hours: Number(n) / 2, chain: ["a", "b"] },
      counts: { rank: Number(n) },
    }));
  };
  const properties = () =>
    cypher(server(), "MATCH (x:Thing {tag: $tag}) RETURN properties(x) AS p ORDER BY x.n", { tag });

  it("gets results and gives them back, in batches, and keeps the user's own values", async () => {
    const rows = await things(5_200);
    const before = await properties();
    await graph.annotate({ prefix, rows, about, at });
    const [first] = await cypher(server(), "MATCH (x:Thing {tag: $tag, n: 3}) RETURN properties(x)", { tag });
    expect(first?.[0]).toMatchObject({ n: 3, [`${prefix}outage_hours`]: 1.5, [`${prefix}chain`]: ["a", "b"] });
    const types = "MATCH (x:Thing {tag: $tag, n: 3}) RETURN valueType(x[$key])";
    expect(await cypher(server(), types, { tag, key: `${prefix}rank` })).toEqual([["INTEGER NOT NULL"]]);
    const record = "MATCH (x:KnockonAnnotation {prefix: $prefix}) RETURN x.nodes, x.kind, x.at";
    expect(await cypher(server(), record, { prefix })).toEqual([[5_200, "run", at]]);
    await cypher(server(), "MATCH (x:Thing {tag: $tag, n: 1}) SET x += $own", {
      tag,
      own: { [`${prefix}note`]: "mine" },
    });
    expect(await graph.removeAnnotation(prefix)).toBe(5_200);
    const [own] = await cypher(server(), "MATCH (x:Thing {tag: $tag, n: 1}) RETURN properties(x)", { tag });
    expect(own?.[0]).toEqual({ tag, n: 1, [`${prefix}note`]: "mine" });
    await cypher(server(), "MATCH (x:Thing {tag: $tag, n: 1}) SET x += $own", {
      tag,
      own: { [`${prefix}note`]: null },
    });
    expect(await properties()).toEqual(before);
    await expect(graph.removeAnnotation(prefix)).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
  }, 120_000);

  it("refuses a prefix where one node has a property of that name, before anything is written", async () => {
    const rows = await things(3);
    for (const name of ["rank", "annotation"]) {
      const own = { [`${prefix}${name}`]: "mine" };
      await cypher(server(), "MATCH (x:Thing {tag: $tag, n: 2}) SET x += $own", { tag, own });
      const before = await properties();
      await expect(graph.annotate({ prefix, rows, about, at })).rejects.toMatchObject({ code: "STORE_PREFIX_TAKEN" });
      expect(await properties()).toEqual(before);
      await cypher(server(), "MATCH (x:Thing {tag: $tag, n: 2}) SET x += $own", {
        tag,
        own: { [`${prefix}${name}`]: null },
      });
    }
  });

  it("writes all or nothing: a node that has gone takes everything back", async () => {
    const rows = await things(5_200);
    await cypher(server(), "MATCH (x:Thing {tag: $tag, n: 5199}) DELETE x", { tag });
    const before = await properties();
    await expect(graph.annotate({ prefix, rows, about, at })).rejects.toMatchObject({ code: "STORE_CONFLICT" });
    expect(await properties()).toEqual(before);
  }, 120_000);

  it("lets one of two annotations at the same time win, whole", async () => {
    const rows = await things(200);
    const before = await properties();
    for (let round = 0; round < 20; round += 1) {
      const asked = ["one", "two"].map((kind) => graph.annotate({ prefix, rows, about: { kind }, at }));
      const ended = await Promise.allSettled(asked);
      const refused = ended.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
      expect(refused).toHaveLength(1);
      expect(["STORE_PREFIX_TAKEN", "STORE_CONFLICT", "STORE_BUSY"]).toContain(refused[0]);
      const marks = "MATCH (x:Thing {tag: $tag}) RETURN count(DISTINCT x[$mark]), count(x[$mark])";
      expect(await cypher(server(), marks, { tag, mark: `${prefix}annotation` })).toEqual([[1, 200]]);
      expect(await graph.removeAnnotation(prefix)).toBe(200);
      expect(await properties()).toEqual(before);
    }
  }, 240_000);

  it("is read by names that are parameters: harmful ones find nothing and do nothing", async () => {
    await things(1);
    const harmful = [
      "Thing`) DETACH DELETE n //",
      "Thing}) DETACH DELETE n //",
      "' OR 1=1 //",
      "\\u0060Thing",
      "*",
      "",
    ];
    for (const name of harmful) {
      const found = await graph.read(async (source) => {
        const nodes = [];
        const states = { type: name, code: name, share: name };
        for await (const node of source.nodes({ label: "Thing", id: name, properties: [name], states }))
          nodes.push(node);
        for await (const row of source.relationships(name, [name])) nodes.push(row);
        return [await source.surveyNodes(name), await source.surveyRelationships(name), nodes];
      });
      const nothing = { count: 0, properties: [] };
      expect(found.slice(0, 2)).toEqual([nothing, nothing]);
      expect(found[2]).toContainEqual(expect.objectContaining({ id: null, values: [null], states: [] }));
    }
    expect(await properties()).toHaveLength(1);
  });

  it("annotates a dataset that the store keeps there, which stays what it was", async () => {
    const id = `t-${tag}`;
    const dataset = sampleDataset(id);
    const store = await openStore(...neo4jStoreArguments(server()));
    try {
      await store.importDataset(dataset, { by: "ada", at });
      const { elementIds } = await graph.storedElements(id);
      expect([...elementIds.keys()].sort()).toEqual(dataset.assets.map((asset) => asset.id).sort());
      const rows = [...elementIds.values()].map((elementId) => ({ elementId, values: {}, counts: { rank: 1 } }));
      await graph.annotate({ prefix, rows, about, at });
      expect(await store.readDataset(id)).toEqual(dataset);
      expect(await graph.removeAnnotation(prefix)).toBe(dataset.assets.length);
      await expect(graph.storedElements("not-there")).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
    } finally {
      await store.removeDataset(id);
      await store.close();
    }
  }, 60_000);

  it("is only a Neo4j server", () => {
    expect(() => openNeo4jGraph("memory:", {})).toThrow(/STORE|Neo4j/);
    expect(() => openNeo4jGraph("sqlite:x.db", { password: "p" })).toThrow(/Only a Neo4j database is a graph/);
  });
});
