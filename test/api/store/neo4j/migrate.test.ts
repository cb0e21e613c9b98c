import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { migrations } from "../../../../api/store/neo4j/graph-schema.ts";
import { migrate } from "../../../../api/store/neo4j/migrate.ts";
import { Neo4jClient } from "../../../../api/store/neo4j/neo4j-client.ts";
import { openStore } from "../../../../api/store/open-store.ts";
import { parseStoreAddress } from "../../../../api/store/store-address.ts";
import { sampleDataset } from "../../../contract/sample-dataset.ts";
import { neo4jSkipReason, neo4jStoreArguments, withOwnNeo4jServer } from "../../../support/neo4j.ts";

const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

describe.skipIf((await neo4jSkipReason()) !== null)("the schema of a Neo4j database", { timeout: 120_000 }, () => {
  let address: ReturnType<typeof neo4jStoreArguments>;
  let clients: Neo4jClient[];
  let client: Neo4jClient;
  let stop = (): void => undefined;
  let stopped: Promise<void>;

  beforeAll(async () => {
    await new Promise<void>((resolve, reject) => {
      stopped = withOwnNeo4jServer(async (start) => {
        address = neo4jStoreArguments(await start());
        const [url, { user, password }] = address;
        const { server, database } = { server: "", database: "", ...parseStoreAddress(url) };
        clients = Array.from({ length: 4 }, () => new Neo4jClient(server, database, user, password));
        client = clients[0] ?? new Neo4jClient(server, database, user, password);
        resolve();
        await new Promise<void>((end) => (stop = end));
        for (const each of clients) await each.close();
      });
      stopped.catch(reject);
    });
  }, 300_000);

  afterAll(async () => {
    stop();
    await stopped;
  }, 60_000);

  const rows = async (cypher: string): Promise<unknown[][]> => {
    const { records } = await client.read((query) => query(cypher, {}));
    return records.map((row) => [...row.values()]);
  };
  const keys = async (): Promise<unknown[]> =>
    (await rows("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name")).flat();
  const version = async (): Promise<unknown> => (await rows("MATCH (x:KnockonSchema) RETURN x.version, x.id"))[0];

  /** As a database nobody has used: our tests are told apart by that. */
  afterEach(async () => {
    await client.once("MATCH (x) DETACH DELETE x", {});
    for (const name of await keys()) await client.once(`DROP CONSTRAINT ${String(name)}`, {});
    for (const name of ["dependency_snapshot", "connection_snapshot"])
      await client.once(`DROP INDEX ${name} IF EXISTS`, {});
  });

  it("is made by one of several that open an empty database at once, and found by the others", async () => {
    await Promise.all(clients.map((each) => migrate(each)));
    expect(await version()).toEqual([migrations.length, "knockon"]);
    expect(await rows("MATCH (x) RETURN count(x)")).toEqual([[1]]);
    expect(await keys()).toHaveLength(10);
    expect(await rows("SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN state")).toEqual([]);
  });

  it("is not made again where it is there", async () => {
    await migrate(client);
    const [at] = await rows("MATCH (x:KnockonSchema) RETURN toString(x.migrated_at)");
    await client.once("DROP CONSTRAINT run_key", {});
    await migrate(client);
    expect(await keys()).toHaveLength(9);
    expect(await rows("MATCH (x:KnockonSchema) RETURN toString(x.migrated_at)")).toEqual([at]);
  });

  it("takes up a database from before versions were kept, with its datasets", async () => {
    const before = await openStore(...address);
    await before.importDataset(sampleDataset("one"), by);
    await before.close();
    await client.once("MATCH (x:KnockonSchema) DELETE x", {});
    await client.once("DROP CONSTRAINT schema_key", {});
    const after = await openStore(...address);
    expect(await version()).toEqual([migrations.length, "knockon"]);
    expect(await after.readDataset("one")).toEqual(sampleDataset("one"));
    await after.close();
  });

  it("is refused where a newer program wrote it, and not touched", async () => {
    await client.once("CREATE (:KnockonSchema {id: 'knockon', version: 99})", {});
    await expect(openStore(...address)).rejects.toMatchObject({
      code: "STORE_VERSION",
      message: expect.stringContaining("Update the program"),
    });
    expect(await keys()).toEqual([]);
    expect(await version()).toEqual([99, "knockon"]);
  });

  it.each([
    ["Asset", "CREATE (:Asset {id: 'pump', name: 'A pump'})"],
    ["Dataset", "CREATE (:Dataset {id: 'sales', snapshot: 'x'})"],
    ["State", "CREATE (:State {code: 'XA', name: 'Somewhere'})"],
    ["State, Run", "CREATE (:Run {km: 5}) CREATE (:State {name: 'on'})"],
  ])("is not made where %s means something else", async (labels, cypher) => {
    await client.once(cypher, {});
    await expect(openStore(...address)).rejects.toMatchObject({
      code: "STORE_NOT_A_DATABASE",
      message: expect.stringContaining(`called ${labels}.`),
    });
    expect(await keys()).toEqual([]);
    expect(await version()).toBeUndefined();
  });

  it("is refused where an index of another program stands in place of a key", async () => {
    await client.once("CREATE INDEX states FOR (x:State) ON (x.code)", {});
    try {
      await expect(openStore(...address)).rejects.toMatchObject({ code: "STORE_NOT_A_DATABASE" });
    } finally {
      await client.once("DROP INDEX states", {});
    }
  });

  it("lies beside the graph of another program, which stays as it is", async () => {
    await client.once("CREATE (:Person {name: 'Ada'})-[:DEPENDS_ON {id: 'D1'}]->(:Person {name: 'Bo'})", {});
    const foreign = "MATCH (a:Person)-[r]->(b) RETURN a.name, properties(r), b.name";
    const before = await rows(foreign);
    const store = await openStore(...address);
    await store.importDataset(sampleDataset("one"), by);
    expect(await store.readDataset("one")).toEqual(sampleDataset("one"));
    await store.removeDataset("one");
    await store.close();
    expect(await rows(foreign)).toEqual(before);
    expect(before).toHaveLength(1);
  });
});
