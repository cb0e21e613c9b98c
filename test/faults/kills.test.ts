import { describe, expect, it } from "vitest";
import { neo4jRoot, neo4jSkipReason } from "../support/neo4j.ts";
import { type KillBed, neo4jBed, sqliteBed } from "./kills/kill-bed.ts";
import { type KillFigures, killRounds, type Victim } from "./kills/kill-rounds.ts";
import { servedRounds } from "./kills/served-rounds.ts";

// The short set, beside which all other tests run; `npm run faults` is the full one and judges the times as well (RESULTS.md).
const seed = 20;
const say = (): void => undefined;

async function kill(
  bed: KillBed,
  victims: readonly Victim[],
  writeMs: number,
  rounds = killRounds,
): Promise<KillFigures> {
  try {
    return await rounds(bed, { victims, seed, writeMs, say });
  } finally {
    await bed.clear();
  }
}

function expectWhole(figures: KillFigures): void {
  expect(figures).toMatchObject({ lost: [], halfApplied: [], wrongErrors: [] });
  expect(figures.acknowledged).toBeGreaterThan(0);
  expect(figures.duringWrite).toBeGreaterThan(0);
}

const missing = await neo4jSkipReason();

describe("kill -9 under writes loses nothing and leaves nothing half", () => {
  it("of a program on SQLite, 10 times", async () => {
    const victims = Array.from({ length: 10 }, () => "service" as const);
    expectWhole(await kill(await sqliteBed(), victims, 200));
  }, 180_000);

  it("of the service on SQLite while it is used over HTTP, 5 times", async () => {
    const victims = Array.from({ length: 5 }, () => "service" as const);
    expectWhole(await kill(await sqliteBed(), victims, 200, servedRounds));
  }, 180_000);

  it.skipIf(missing !== null)(
    "of a program on Neo4j, of the server, of both, 10 times",
    async () => {
      const victims: Victim[] = ["service", "service", "server", "service", "both", "service", "server", "service"];
      expectWhole(await kill(await neo4jBed(neo4jRoot), [...victims, "service", "both"], 1_000));
    },
    420_000,
  );
});
