import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isKept } from "../../api/store/check-text.ts";
import { MemoryStore } from "../../api/store/memory.ts";
import { openStore } from "../../api/store/open-store.ts";
import type { Store } from "../../api/store/store.ts";
import { hostileDataset, hostileDescription } from "../support/hostile-dataset.ts";
import { inLanes } from "../support/in-lanes.ts";
import { injectionStrings } from "../support/injection-strings.ts";
import { neo4jSkipReason, neo4jStoreArguments, useNeo4jServer } from "../support/neo4j.ts";
import { overhearNeo4j, textsSentBy } from "../support/sent-texts.ts";
import { outcomeOf, textInputs } from "./injection-inputs.ts";

vi.mock(import("../../api/store/sqlite/choose-sqlite.ts"), async (original) => {
  const { overheardSqlite } = await import("../support/sent-texts.ts");
  const { chooseSqlite } = await original();
  return { chooseSqlite: (sources) => overheardSqlite(chooseSqlite(sources)) };
});

const at = "2025-03-01T10:00:00.000Z";
const lanes = 6;
/** `KNOCKON_FULL=1` puts every text into every input on Neo4j too, which takes ten minutes. */
const isFull = process.env["KNOCKON_FULL"] === "1";
const noNeo4j = await neo4jSkipReason();

/** As a cell holds them: kept by every store, free of space at the ends, not empty. */
const cellTexts = (texts: readonly string[]): string[] =>
  [...new Set(texts.filter(isKept).map((text) => text.trim()))].filter((text) => text !== "" && !text.startsWith("@"));

/** Harmless texts, as many as it takes to come by every statement. */
const harmless = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];

/** Inputs that follow each other belong together: what is saved under a text is read and removed under it. */
const inputsOfOneText = 8;

/** A text goes into every so manieth input, and every so manieth text is the id of a dataset that is written. */
interface Share {
  readonly everyInput: number;
  readonly everyDataset: number;
}

/** Goes through all that a store does with these texts, and holds each answer against that of the memory store. */
async function goThrough(store: Store, id: string, texts: readonly string[], share: Share): Promise<void> {
  const memory = new MemoryStore();
  const both = async (ask: (one: Store) => Promise<unknown>, what: string): Promise<void> => {
    expect(await outcomeOf(() => ask(store)), what).toEqual(await outcomeOf(() => ask(memory)));
  };
  const cells = cellTexts(texts);
  const why = JSON.stringify(texts);
  const dataset = hostileDataset(id, cells);
  const few = hostileDataset(id, cells.slice(0, 4));
  for (const [n, version] of [dataset, few].entries())
    await both((one) => one.importDataset(version, { by: why, at, why, expectedRevision: n }), `import ${n}`);
  const described = hostileDescription(`${id} described`, cells);
  await both((one) => one.importDataset(described, { by: why, at }), "all texts in a description");
  for (const read of ["readDataset", "description", "dataset", "removeDataset"] as const)
    await both((one) => one[read](described.description.id), `${read} of all texts in a description`);
  await both((one) => one.readDataset(id, { revision: 1 }), "all texts, as a past revision");
  await both((one) => one.importDataset(dataset, { by: why, at, kind: "undo", restores: 1, why }), "undo");
  await both((one) => one.readDataset(id), "all texts");
  await both((one) => one.revisions(id), "revisions");
  for (const [place, [input, ask]] of Object.entries(textInputs).entries()) {
    const given = texts.filter((_, index) => (index + Math.floor(place / inputsOfOneText)) % share.everyInput === 0);
    await inLanes(lanes, given, (text) => both((one) => ask(one, id, text), `${input}: ${JSON.stringify(text)}`));
  }
  for (const kind of ["scenario", "overlay"] as const) await both((one) => one.documents(id, kind), `all ${kind}s`);
  await moveDatasets(
    texts.filter((_, index) => index % share.everyDataset === 0),
    both,
  );
  await both((one) => one.removeDataset(id), "remove");
}

type Both = (ask: (one: Store) => Promise<unknown>, what: string) => Promise<void>;

/** Datasets that are called so themselves, written by somebody of that name for that reason, and moved as archives. */
async function moveDatasets(names: readonly string[], both: Both): Promise<void> {
  const harmlessRows = hostileDataset("", harmless.slice(0, 1));
  for (const name of names) {
    const dataset = { ...harmlessRows, description: { ...harmlessRows.description, id: name } };
    const what = `dataset ${JSON.stringify(name)}`;
    await both((one) => one.importDataset(dataset, { by: name, at, why: name }), what);
    await both((one) => one.readDataset(name), what);
    const move = async (one: Store): Promise<unknown> => {
      const archive = await one.archiveDataset(name);
      await one.removeDataset(name);
      await one.restoreDataset(archive);
      return one.archiveDataset(name);
    };
    await both(move, `${what}, moved`);
    await both((one) => one.removeDataset(name), `${what}, removed`);
  }
}

/** The statements sent for hostile texts are those sent for harmless ones. */
async function holdsFor(open: () => Promise<Store>, share: Share): Promise<void> {
  const textsFor = (id: string, texts: readonly string[], given: Share): Promise<readonly string[]> =>
    textsSentBy(async () => {
      const store = await open();
      try {
        await goThrough(store, id, texts, given);
      } finally {
        await store.close();
      }
    });
  // The first one who opens a store makes its schema.
  await (await open()).close();
  const allowed = await textsFor("harmless", harmless, { everyInput: 1, everyDataset: 1 });
  const sent = await textsFor("hostile", injectionStrings, share);
  console.info(`${injectionStrings.length} texts, ${Object.keys(textInputs).length} inputs, ${sent.length} statements`);
  expect(sent).toEqual(allowed);
  expect(allowed.length).toBeGreaterThan(20);
}

describe("no text becomes part of a statement", () => {
  it("has over 600 texts", () => {
    expect(new Set(injectionStrings).size).toBeGreaterThan(600);
    expect(cellTexts(injectionStrings).length).toBeGreaterThan(600);
  });

  describe("in SQLite", () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "knockon-"));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it("with all texts in all inputs, every 10th as the id of a dataset that is written", async () => {
      let opened = 0;
      await holdsFor(() => openStore(`sqlite:${join(folder, `${(opened += 1)}.db`)}`, {}), {
        everyInput: 1,
        everyDataset: 10,
      });
    }, 180_000);
  });

  describe.skipIf(noNeo4j !== null)("in Neo4j", () => {
    const server = useNeo4jServer();
    beforeAll(overhearNeo4j);
    afterAll(() => void vi.restoreAllMocks());

    it(`with all texts in all rows and ${isFull ? "all inputs" : "a twelfth of the other inputs each"}`, async () => {
      await holdsFor(() => openStore(...neo4jStoreArguments(server())), {
        everyInput: isFull ? 1 : 12,
        everyDataset: 150,
      });
    }, 600_000);
  });
});
