import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type StoreSecrets } from "../../api/store/open-store.ts";
import type { Store } from "../../api/store/store.ts";
import { neo4jSkipReason, neo4jStoreArguments, useNeo4jServer } from "../support/neo4j.ts";
import { SeededRandom } from "../support/seeded-random.ts";
import { clientsOf, type RaceClients, startClients } from "./race-clients.ts";
import { raceEdits } from "./race-edits.ts";
import { raceImports } from "./race-imports.ts";
import { type HistoryShape, raceHistories } from "./race-histories.ts";

const noNeo4j = await neo4jSkipReason();
const seed = 20;
const clients = 4;
const minutes = 60_000;

/** `KNOCKON_FULL=1` runs as many on Neo4j as on the others, which takes a quarter of an hour. */
const isFull = process.env["KNOCKON_FULL"] === "1";
const many = { pairs: 1_000, imports: 8, histories: 200, clients, steps: 6, edits: 1 };
const fewer = isFull ? many : { ...many, pairs: 100, imports: 3, histories: 40 };

interface RaceShape extends HistoryShape {
  readonly pairs: number;
  readonly imports: number;
}

interface Bed {
  readonly store: Store;
  readonly clients: RaceClients;
}

/** The races of one store. */
function races(bed: () => Bed, { pairs, imports, ...shape }: RaceShape): void {
  it(
    `${pairs} pairs of edits at once: one wins, the other is told, no overwrite`,
    async () => {
      const { anomalies, refused } = await raceEdits(bed().store, bed().clients, pairs);
      expect(anomalies).toEqual([]);
      expect(refused).toBe(0);
    },
    20 * minutes,
  );

  it(
    `${imports} times two importers of one dataset: one after the other, or one is told`,
    async () => {
      const { anomalies, refused } = await raceImports(bed().store, bed().clients, imports);
      expect(anomalies).toEqual([]);
      expect(refused).toBeLessThanOrEqual(imports);
    },
    20 * minutes,
  );

  it(
    `${shape.histories} histories of ${clients} clients: each as if one operation came after the other`,
    async () => {
      const figures = await raceHistories(bed().store, bed().clients, new SeededRandom(seed), shape);
      expect(figures.anomalies).toEqual([]);
      expect(figures.refused).toBeLessThan(figures.operations / 20);
      console.info(
        `${shape.histories} histories, ${figures.operations} operations, ${figures.refused} refused as busy`,
      );
    },
    20 * minutes,
  );
}

/** A store for the tests around it, and clients in processes of their own on the same address. */
function useBed(target: () => [url: string, secrets: StoreSecrets]): () => Bed {
  let bed: Bed | undefined;
  beforeAll(async () => {
    bed = { store: await openStore(...target()), clients: await startClients(clients, ...target()) };
  });
  afterAll(async () => {
    await bed?.clients.close();
    await bed?.store.close();
  });
  return () => {
    if (bed === undefined) throw new Error("the store is open only while tests run");
    return bed;
  };
}

describe("races in memory", async () => {
  const store = await openStore("memory:", {});
  const bed = { store, clients: clientsOf(store) };
  races(() => bed, many);
});

describe("races of processes on one SQLite file", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-races-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  races(
    useBed(() => [`sqlite:${join(folder, "races.db")}`, {}]),
    many,
  );
});

describe.skipIf(noNeo4j !== null)("races of processes on one Neo4j server", () => {
  const server = useNeo4jServer();
  races(
    useBed(() => neo4jStoreArguments(server())),
    fewer,
  );
});
