import { describe, expect, it } from "vitest";
import { openStore } from "../../../api/store/open-store.ts";
import { largeDataset } from "../../contract/large-dataset.ts";
import { sampleDataset } from "../../contract/sample-dataset.ts";
import { killNeo4jServer, neo4jSkipReason, neo4jStoreArguments, withOwnNeo4jServer } from "../../support/neo4j.ts";

const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

describe.skipIf((await neo4jSkipReason()) !== null)("a Neo4j server that dies", () => {
  it("in the middle of an import leaves the old version, whole, and nothing of the new one", async () => {
    await withOwnNeo4jServer(async (start) => {
      const store = await openStore(...neo4jStoreArguments(await start()));
      await store.importDataset(sampleDataset("one"), by);
      let killed: Promise<void> | undefined;
      const onProgress = (): void => {
        killed ??= killNeo4jServer();
      };
      // Large enough that most of it is still to come when the server dies.
      const large = largeDataset("one", { assets: 6_000, dependencies: 40_000, connections: 0 });
      await expect(store.importDataset(large, { ...by, onProgress })).rejects.toMatchObject({
        code: "STORE_UNREACHABLE",
      });
      await killed;
      await expect(store.ping()).rejects.toMatchObject({ code: "STORE_UNREACHABLE" });

      const again = await openStore(...neo4jStoreArguments(await start()));
      expect(await again.readDataset("one")).toEqual(sampleDataset("one"));
      expect(await again.importDataset(large, by)).toMatchObject({ changed: true, revision: 2 });
      expect(await again.readDataset("one")).toEqual(large);
      await again.close();
      await store.close();
    });
  }, 180_000);
});
