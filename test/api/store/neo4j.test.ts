import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Neo4jClient } from "../../../api/store/neo4j/neo4j-client.ts";
import { readVisible } from "../../../api/store/neo4j/snapshots.ts";
import { openStore } from "../../../api/store/open-store.ts";
import type { Store } from "../../../api/store/store.ts";
import { parseStoreAddress } from "../../../api/store/store-address.ts";
import { largeDataset } from "../../contract/large-dataset.ts";
import { sampleDataset } from "../../contract/sample-dataset.ts";
import { neo4jSkipReason, neo4jStoreArguments, useNeo4jServer } from "../../support/neo4j.ts";

const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

describe.skipIf((await neo4jSkipReason()) !== null)("the Neo4j store", () => {
  const server = useNeo4jServer();
  let store: Store;
  let id: string;
  let client: Neo4jClient;

  beforeEach(async () => {
    const [url, { user, password }] = neo4jStoreArguments(server());
    const address = parseStoreAddress(url);
    if (address.kind !== "neo4j") throw new Error(`${url} is no Neo4j server`);
    client = new Neo4jClient(address.server, address.database, user, password);
    store = await openStore(url, { user, password });
    id = `t-${randomUUID()}`;
  });

  afterEach(async () => {
    if ((await store.dataset(id)) !== null) await store.removeDataset(id);
    await store.close();
    await client.close();
  });

  /** What a user types: the rows of a query as plain lists. */
  const cypher = async (text: string, parameters = {}): Promise<unknown[][]> => {
    const { records } = await client.read((query) => query(text, { id, ...parameters }));
    return records.map((row) => [...row.values()]);
  };
  const visible = "MATCH (d:Dataset {id: $id}) MATCH (a:Asset {snapshot: d.snapshot})";

  describe("can be walked with Cypher", () => {
    beforeEach(async () => {
      await store.importDataset(sampleDataset(id), by);
    });

    it("from asset to asset along what they depend on", async () => {
      const walk = `${visible} WHERE a.id = "plain" MATCH (a)-[:DEPENDS_ON*1..3]->(b:Asset) RETURN DISTINCT b.id ORDER BY b.id`;
      expect(await cypher(walk)).toEqual([["G1"], ["mill `back` 🏭"]]);
    });

    it("to the network an asset depends on", async () => {
      const walk = `${visible} MATCH (a)-[r:DEPENDS_ON]->(w:Network) RETURN a.id, r.buffer_hours, w.commodity`;
      expect(await cypher(walk)).toEqual([["mill `back` 🏭", 0.5, "electricity"]]);
    });

    it("along connections", async () => {
      const walk = `${visible} WHERE a.id = "G1"
        MATCH p = shortestPath((a)-[:CONNECTED_TO*..5]-(b:Asset {snapshot: a.snapshot, id: "mill \`back\` 🏭"}))
        RETURN [n IN nodes(p) | n.id]`;
      expect(await cypher(walk)).toEqual([[["G1", "N1", "mill `back` 🏭"]]]);
    });

    it("from State to State", async () => {
      const walk = `${visible} MATCH (s:State)<-[:IN_STATE]-(a)-[:DEPENDS_ON]->(b:Asset)-[:IN_STATE]->(t:State)
        WHERE s.code <> t.code
        RETURN DISTINCT s.code, t.code ORDER BY s.code`;
      expect(await cypher(walk)).toEqual([["XB", "XA"]]);
      const shares = `${visible} WHERE a.id = "N1" MATCH (a)-[r:IN_STATE]->(s) RETURN s.code, r.share ORDER BY s.code`;
      expect(await cypher(shares)).toEqual([
        ["XA", 0.5],
        ["XB", 0.5],
      ]);
    });

    it("with every attribute a property named as its column, and none for what is unknown", async () => {
      const [row] = await cypher(`${visible} WHERE a.id = "G1" RETURN properties(a)`);
      expect(row?.[0]).toMatchObject({
        people_served: 0,
        black_start: true,
        repair_hours: 1e-9,
        produces: "electricity:100.25|heat",
        x_note: "}) DETACH DELETE (a) //",
        n: 0,
      });
      expect(row?.[0]).not.toHaveProperty("operator");
      const ends =
        "MATCH (d:Dataset {id: $id}) MATCH ()-[r:DEPENDS_ON {snapshot: d.snapshot, id: 'D2'}]->() RETURN keys(r)";
      const [[keys] = []] = await cypher(ends);
      expect(keys).not.toContain("provider");
    });
  });

  describe("clears away", () => {
    const snapshots = "MATCH (s:Snapshot {dataset: $id}) RETURN count(s)";
    const rowsOf = `MATCH (s:Snapshot {dataset: $id})
      OPTIONAL MATCH (a:Asset {snapshot: s.id}) RETURN s.id, count(a)`;

    it("what a new version replaced", async () => {
      await store.importDataset(sampleDataset(id), by);
      const [[old] = []] = await cypher("MATCH (d:Dataset {id: $id}) RETURN d.snapshot");
      await store.importDataset({ ...sampleDataset(id), connections: [] }, by);
      expect(await cypher(snapshots)).toEqual([[1]]);
      expect(await cypher("MATCH (x) WHERE x.snapshot = $old AND NOT x:Revision RETURN count(x)", { old })).toEqual([
        [0],
      ]);
      expect(await cypher("MATCH ()-[r]->() WHERE r.snapshot = $old RETURN count(r)", { old })).toEqual([[0]]);
    });

    it("what a cancelled import had written", async () => {
      const controller = new AbortController();
      const large = largeDataset(id, { assets: 6_000, dependencies: 10, connections: 0 });
      const options = { ...by, signal: controller.signal, onProgress: () => controller.abort() };
      await expect(store.importDataset(large, options)).rejects.toMatchObject({ name: "AbortError" });
      expect(await cypher(snapshots)).toEqual([[0]]);
    });

    it("what a dead process left, but not an import that is under way", async () => {
      const stage = `CREATE (:Snapshot {id: $snapshot, dataset: $id, touched: timestamp() - $age})
        CREATE (:Asset {snapshot: $snapshot, id: "left"})-[:DEPENDS_ON {snapshot: $snapshot}]->(:Network {snapshot: $snapshot, commodity: "gas"})`;
      const [dead, alive] = [randomUUID(), randomUUID()];
      await client.once(stage, { id, snapshot: dead, age: 16 * 60_000 });
      await client.once(stage, { id, snapshot: alive, age: 14 * 60_000 });
      await (await openStore(...neo4jStoreArguments(server()))).close();
      expect(await cypher(rowsOf)).toEqual([[alive, 1]]);
      await client.once("MATCH (s:Snapshot {id: $alive}) SET s.dropped = true", { alive });
      await (await openStore(...neo4jStoreArguments(server()))).close();
      expect(await cypher(snapshots)).toEqual([[0]]);
    });
  });

  it("reads again what was replaced while it was read, and misses what was removed", async () => {
    await store.importDataset(sampleDataset(id), by);
    let readings = 0;
    const counts = await readVisible(client, id, async (_, { summary }) => {
      readings += 1;
      if (readings === 1) await store.importDataset({ ...sampleDataset(id), connections: [] }, by);
      return summary.counts.connections;
    });
    expect([readings, counts]).toEqual([2, 0]);
    const removed = readVisible(client, id, () => store.removeDataset(id));
    await expect(removed).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
  });

  it.each(["", "x"])(
    "keeps a long change whole, whatever character it is cut at (%j)",
    async (before) => {
      const { description, ...rest } = sampleDataset(id);
      const first = { ...rest, description: { ...description, description: `${before}${"🏭".repeat(1_100_000)}` } };
      await store.importDataset(first, by);
      await store.importDataset(sampleDataset(id), by);
      const past = await store.readDataset(id, { revision: 1 });
      expect(past.description.description === first.description.description).toBe(true);
    },
    60_000,
  );

  it("refuses an import whose snapshot was taken for dead meanwhile, and shows nothing of it", async () => {
    const large = largeDataset(id, { assets: 6_000, dependencies: 6_000, connections: 0 });
    let dropped: Promise<void> | undefined;
    const onProgress = (): void => {
      dropped ??= client.once("MATCH (s:Snapshot {dataset: $id}) SET s.dropped = true", { id });
    };
    await expect(store.importDataset(large, { ...by, onProgress })).rejects.toMatchObject({ code: "STORE_CONFLICT" });
    await dropped;
    expect(await store.dataset(id)).toBeNull();
  });

  it("lets two imports at once make two revisions or one, never one out of two", async () => {
    const other = await openStore(...neo4jStoreArguments(server()));
    try {
      let won = 0;
      for (let round = 1; round <= 10; round += 1) {
        const versions = ["a", "b"].map((name) => {
          const { description, ...rest } = sampleDataset(id);
          return { ...rest, description: { ...description, version: `${round} ${name}` } };
        });
        const outcomes = await Promise.allSettled(
          [store, other].map((one, index) => one.importDataset(versions[index] ?? sampleDataset(id), by)),
        );
        won += outcomes.filter(({ status }) => status === "fulfilled").length;
        for (const outcome of outcomes)
          if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "STORE_CONFLICT" });
        const revisions = await store.revisions(id);
        expect(revisions.map(({ revision }) => revision)).toEqual(revisions.map((_, index) => index + 1));
        expect(revisions).toHaveLength(won);
        expect(won).toBeGreaterThanOrEqual(round);
        expect(versions).toContainEqual(await store.readDataset(id));
      }
    } finally {
      await other.close();
    }
  }, 60_000);

  it("says that the password is wrong, without it", async () => {
    const opening = openStore(server().url, { password: "wr0ng-canary" });
    await expect(opening).rejects.toMatchObject({ code: "STORE_UNAUTHORIZED" });
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining("wr0ng-canary") });
  });

  it("says that there is no such database", async () => {
    const { url, user, password } = server();
    const opening = openStore(url.replace(/neo4j$/, "nowhere"), { user, password });
    await expect(opening).rejects.toMatchObject({ code: "STORE_NOT_A_DATABASE" });
  });
});
