import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { RunningServer } from "../../../api/neo4j-server/start-server.ts";
import { cypher } from "../../support/cypher.ts";
import { foreignAdoption, foreignCypher, foreignFolder } from "../../support/foreign-graph.ts";
import { neo4jSkipReason, withOwnNeo4jServer } from "../../support/neo4j.ts";
import { call, callJson, scratchFolder, writeFiles } from "./call.ts";

const scratch = scratchFolder();
const loss = ["--lose", "1", "--hours", "96", "--horizon", "240"];

/** Everything there is in the database, and the keys and indexes on it. */
async function dump(server: RunningServer): Promise<string> {
  const parts = [
    "MATCH (n) RETURN elementId(n) AS id, labels(n), properties(n) ORDER BY id",
    "MATCH (a)-[r]->(b) RETURN elementId(r) AS id, elementId(a), type(r), elementId(b), properties(r) ORDER BY id",
    "SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name",
    "SHOW INDEXES YIELD name RETURN name ORDER BY name",
  ];
  const rows = [];
  for (const part of parts) rows.push(await cypher(server, part));
  return JSON.stringify(rows);
}

describe.skipIf((await neo4jSkipReason()) !== null)("a graph that somebody else made", () => {
  it("is adopted, analysed, annotated, and left as it was after clean-up", async () => {
    const folder = await writeFiles(scratch("folder"), foreignFolder);
    await withOwnNeo4jServer(async (start) => {
      const server = await start();
      const { url, user, password } = server;
      await cypher(server, foreignCypher());
      const before = await dump(server);
      const mapping = scratch("border.adopt.json");
      await writeFile(mapping, JSON.stringify({ ...foreignAdoption(), server: url }));
      const environment = { KNOCKON_NEO4J_USER: user, KNOCKON_NEO4J_PASSWORD: password };

      const adopted = await callJson(["adopt", "--mapping", mapping], { environment });
      const counts = { assets: 5, dependencies: 4, connections: 1, states: 2, sectors: 2 };
      // Only a remark: nobody makes the heat of the line.
      const issues = [expect.objectContaining({ code: "NETWORK_WITHOUT_PRODUCER" })];
      expect(adopted).toEqual({ kind: "adopt", from: url, counts, issues, import: null });
      expect(await callJson(["check", mapping], { environment })).toEqual({ kind: "check", counts, issues });

      const run = await call(["run", mapping, ...loss, "--json"], { environment });
      expect(run.stderr).toBe("");
      expect(run.stdout).toBe((await call(["run", folder, ...loss, "--json"])).stdout);
      const rank = await call(["rank", mapping, "--json"], { environment });
      expect(rank.stdout).toBe((await call(["rank", folder, "--json"])).stdout);
      expect(await dump(server)).toBe(before);

      const imported = ["adopt", "--mapping", mapping, "--import", "--store", `sqlite:${scratch("store.db")}`];
      const { hash } = JSON.parse(run.stdout).dataset;
      const stored = { dataset: { id: "border-grid", hash }, revision: 1 };
      const dry = await callJson([...imported, "--dry-run"], { environment });
      expect(dry).toMatchObject({ import: { dryRun: true, changed: true, revision: null } });
      expect(await callJson(imported, { environment })).toMatchObject({ import: { ...stored, changed: true } });
      expect(await callJson(imported, { environment })).toMatchObject({ import: { ...stored, changed: false } });

      const annotate = ["annotate", mapping, "--result", "-", "--prefix"];
      const ofRun = await callJson([...annotate, "knockon_"], { environment, stdin: run.stdout });
      expect(ofRun).toMatchObject({ nodes: 5, notInGraph: [] });
      const ofRank = await callJson([...annotate, "rank1_"], { environment, stdin: rank.stdout });
      expect(ofRank).toMatchObject({ nodes: 5, notInGraph: [] });
      const [hospital] = await cypher(
        server,
        "MATCH (h:Hospital {code: 'H-1'}) RETURN h.knockon_outage_hours, h.knockon_first_hours, h.knockon_chain, h.rank1_rank, h.beds",
      );
      const told = JSON.parse(run.stdout).assets.find(({ id }: { id: string }) => id === "H-1");
      const rows: { id: string; rank: number }[] = JSON.parse(rank.stdout).rows;
      const place = rows.find(({ id }) => id === "H-1")?.rank;
      expect(hospital).toEqual([told.outageHours, told.firstHours, told.chain, place, 120]);
      // The annotated graph is the same data still.
      expect((await call(["run", mapping, ...loss, "--json"], { environment })).stdout).toBe(run.stdout);

      const annotated = await dump(server);
      const again = await call([...annotate, "knockon_"], { environment, stdin: run.stdout });
      expect(again.code).toBe(1);
      expect(again.stderr).toContain("STORE_PREFIX_TAKEN");
      expect(await dump(server)).toBe(annotated);

      const remove = ["annotate", mapping, "--remove", "--prefix"];
      expect(await callJson([...remove, "knockon_"], { environment })).toMatchObject({ removed: 5 });
      expect(await callJson([...remove, "rank1_"], { environment })).toMatchObject({ removed: 5 });
      expect(await dump(server)).toBe(before);
      expect((await call([...remove, "knockon_"], { environment })).stderr).toContain("STORE_NOT_FOUND");

      // The same onto a dataset that a store keeps there, beside the graph.
      const inStore = { environment: { ...environment, KNOCKON_STORE: url }, stdin: run.stdout };
      await callJson(["import", folder], inStore);
      const onStored = ["annotate", "border-grid", "--result", "-", "--prefix", "s_"];
      expect(await callJson(onStored, inStore)).toMatchObject({ nodes: 5, graph: url });
      expect(await callJson(["annotate", "--remove", "--prefix", "s_"], inStore)).toMatchObject({ removed: 5 });
    });
  }, 600_000);
});
