import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import type { RankResult, RunResult } from "../../../analyzer/index.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { askHere } from "../../../api/cli/ask-analysis.ts";
import { findDatasetSource } from "../../../api/dataset-source.ts";
import { engineVersion } from "../../../api/engine-version.ts";
import { rawFolder, withoutRawData } from "../../datasets/recipes/open-region/raw-folder.ts";
import { neo4jSkipReason, useNeo4jServer } from "../../support/neo4j.ts";
import { call, callJson, scratchFolder } from "./call.ts";

const withoutNeo4j = await neo4jSkipReason();
if (withoutRawData !== null) console.warn(`SKIPPED, no europe-open: ${withoutRawData}`);

describe.skipIf(withoutRawData !== null)("europe-open on the command line", () => {
  const folder = scratchFolder()("europe-open");
  const scenario = join(folder, "scenarios", "all-plants-of-one-state.json");
  const words = (dataset: string): string[] => ["run", dataset, "--scenario", scenario, "--json"];
  let fromFolder: string;
  let assets: number;

  beforeAll(async () => {
    expect(await call(["build", "europe-open", "--from", rawFolder, "--out", folder])).toMatchObject({ code: 0 });
    assets = readFileSync(join(folder, "assets.csv"), "utf8").trimEnd().split("\n").length - 1;
    const { code, stdout } = await call(words(folder));
    expect(code).toBe(0);
    fromFolder = stdout;
  });

  async function fromStore(environment: Record<string, string>): Promise<string> {
    expect(await callJson(["import", folder], { environment })).toMatchObject({
      changed: true,
      counts: { assets },
    });
    expect(await callJson(["import", folder], { environment })).toMatchObject({ changed: false });
    return (await call(words("europe-open"), { environment })).stdout;
  }

  it("loses every power plant of one State, with the same bytes from the folder, SQLite and memory", async () => {
    const result = JSON.parse(fromFolder) as RunResult;
    expect(result).toMatchObject({ kind: "run", stopped: "settled", horizonHours: 408 });
    expect(result.totals.assetsDown).toBeGreaterThan(200);
    expect(await fromStore({ KNOCKON_STORE: `sqlite:${folder}.db` })).toBe(fromFolder);
    const store = new MemoryStore();
    const { dataset } = await findDatasetSource(folder, async () => store);
    if (dataset === null) throw new Error("europe-open has errors");
    const { hash } = await store.importDataset(dataset, { by: "test", at: "2026-01-01T00:00:00.000Z" });
    const input = { dataset: await store.readDataset("europe-open"), hash, overlays: [], engine: engineVersion };
    const { signal } = new AbortController();
    const silent = { write: () => {}, isTerminal: false };
    const io = {
      stdout: silent,
      stderr: silent,
      stdin: Readable.from([]),
      environment: {},
      signal,
      now: () => new Date(),
    };
    const { record } = askHere(io, { analysis: "run", input, parameters: { scenario: result.scenario } });
    expect(`${record.result}\n`).toBe(fromFolder);
  }, 120_000);

  it("scans every asset", async () => {
    const { code, stdout } = await call(["rank", folder, "--json"]);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as RankResult).rows).toHaveLength(assets);
  }, 120_000);

  describe.skipIf(withoutNeo4j !== null)("with a Neo4j server", () => {
    const server = useNeo4jServer();

    it("answers with the same bytes as from the folder", async () => {
      const { url, user, password } = server();
      const environment = { KNOCKON_STORE: url, KNOCKON_NEO4J_USER: user, KNOCKON_NEO4J_PASSWORD: password };
      expect(await fromStore(environment)).toBe(fromFolder);
      expect((await call(["remove", "europe-open"], { environment })).code).toBe(0);
    }, 240_000);
  });
});
