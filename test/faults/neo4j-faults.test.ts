import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver as connect, auth, type Driver, type Session } from "neo4j-driver";
import { openStore } from "../../api/store/open-store.ts";
import type { Store } from "../../api/store/store.ts";
import { sampleDataset } from "../contract/sample-dataset.ts";
import { neo4jRoot, neo4jSkipReason } from "../support/neo4j.ts";
import { type KillBed, neo4jBed } from "./kills/kill-bed.ts";
import { FaultyLine, type LineMode } from "./store/faulty-line.ts";
import { fill } from "./store/operations.ts";
import { useUpMemory } from "./store/used-up-memory.ts";
import { expectClear, type Fault } from "./store/under-fault.ts";

const missing = await neo4jSkipReason();

describe.skipIf(missing !== null)("every operation of a Neo4j store is clear about", () => {
  // A server of its own: what takes all its memory would disturb others.
  let bed: KillBed;
  const user = "faults";
  const password = "a password of its own";
  let admin: Driver;
  let line: FaultyLine;
  let store: Store;

  beforeAll(async () => {
    bed = await neo4jBed(neo4jRoot);
    const { url, secrets } = bed.target();
    admin = connect(url.replace(/\/neo4j$/u, ""), auth.basic(secrets.user ?? "", secrets.password ?? ""));
    await setPassword(password);
    line = await FaultyLine.to(Number(new URL(url).port));
    store = await openStore(`bolt://127.0.0.1:${line.port}/neo4j`, { user, password });
    await fill(store);
  });

  afterAll(async () => {
    await store.close();
    await line.close();
    await admin.close();
    await bed.clear();
  });

  async function setPassword(text: string): Promise<void> {
    await admin.executeQuery(
      "CREATE OR REPLACE USER faults SET PASSWORD $text CHANGE NOT REQUIRED",
      { text },
      { database: "system" },
    );
  }

  const lineFault = (mode: LineMode, codes: Fault["codes"] = ["STORE_UNREACHABLE"]): Fault => ({
    begin: () => line.turn(mode),
    end: () => line.turn("open"),
    codes,
  });

  it.each(["gone", "resetting", "silent", "stalled", "slow"] as const)(
    "a line that is %s",
    async (mode) => {
      await expectClear(store, {
        ...lineFault(mode),
        ...(mode === "stalled" ? { goesWell: "any", goesOnMs: 5_000 } : {}),
      });
    },
    120_000,
  );

  it("a password that is no longer right", async () => {
    await expectClear(store, {
      begin: async () => {
        await setPassword("another one");
        // Connections that are open stay allowed.
        await line.turn("open");
      },
      end: () => setPassword(password),
      codes: ["STORE_UNAUTHORIZED"],
    });
  }, 120_000);

  it("a pool whose connections are all taken", async () => {
    await store.importDataset(sampleDataset("faults-held"), { by: "ada", at: "2025-03-01T10:00:00.000Z" });
    const holder = admin.session();
    const holding = holder.beginTransaction();
    let waiting: Promise<unknown>[] = [];
    await expectClear(store, {
      begin: async () => {
        await holding.run("MATCH (d:Dataset {id: 'faults-held'}) SET d.locked = true");
        waiting = Array.from({ length: 100 }, (_, n) => store.saveDocument("faults-held", "scenario", `s${n}`, {}));
        await untilWaiting(admin.session(), 100);
      },
      end: async () => {
        await holding.commit();
        await Promise.all(waiting);
        await holder.close();
      },
      codes: ["STORE_BUSY"],
    });
    expect(await store.documents("faults-held", "scenario")).toHaveLength(100);
  }, 120_000);

  it("a server whose memory for transactions is used up", async () => {
    let giveBack: () => Promise<void> = async () => undefined;
    await expectClear(store, {
      begin: async () => {
        giveBack = await useUpMemory(admin);
      },
      end: () => giveBack(),
      codes: ["STORE_FULL"],
      goesWell: "any",
    });
  }, 120_000);
});

async function untilWaiting(session: Session, count: number): Promise<void> {
  for (;;) {
    const { records } = await session.run(
      "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS n",
    );
    if (records[0]?.get("n").toNumber() >= count) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await session.close();
}
