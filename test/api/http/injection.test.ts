import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openStore } from "../../../api/store/open-store.ts";
import type { Store } from "../../../api/store/store.ts";
import { writeBundle } from "../../../datasets/formats/index.ts";
import { injectionStrings } from "../../support/injection-strings.ts";
import { textsSentBy } from "../../support/sent-texts.ts";
import { libraryDataset, operations, type TestRequest, type TestService, testService } from "./test-service.ts";

vi.mock(import("../../../api/store/sqlite/choose-sqlite.ts"), async (original) => {
  const { overheardSqlite } = await import("../../support/sent-texts.ts");
  const { chooseSqlite } = await original();
  return { chooseSqlite: (sources) => overheardSqlite(chooseSqlite(sources)) };
});

/** `KNOCKON_FULL=1` puts every text into every operation, which takes some minutes. */
const isFull = process.env["KNOCKON_FULL"] === "1";

const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

/** Texts that find something, one that does not, and one that is refused: with them every statement is come by. */
const known = ["golden", "P1", "energy", "XA", "nothing", "zero \0"];

/** Half a surrogate pair cannot be written in an address: its bytes are sent all the same. */
const inAddress = (text: string): string =>
  text.replaceAll(/[^A-Za-z0-9]/gu, (letter) =>
    /\p{Surrogate}/u.test(letter) ? "%ED%A0%80" : encodeURIComponent(letter),
  );

/** Each operation with the text in its address: as the dataset's id, and as what is asked of the golden dataset. */
function addresses(service: TestService, text: string): TestRequest[] {
  const word = inAddress(text);
  return operations(service.app).flatMap(({ method, template, operation }): TestRequest[] => {
    if (template.includes("/jobs")) return [];
    const filters = (operation.parameters ?? []).filter((one) => one.in === "query" && one.schema?.type === "string");
    const query = filters.map(({ name }) => `${name}=${word}`);
    const paths = new Set([
      template.replaceAll(/\{\w+\}/gu, word),
      template.replace("{datasetId}", "golden").replaceAll(/\{\w+\}/gu, word),
    ]);
    if (method === "DELETE") paths.delete("/api/datasets/golden");
    const withFilters = query.flatMap((one) => [...paths].map((path) => `${path}?${one}`));
    return [...paths, ...withFilters].map((url) => ({ method: method as "GET", url }));
  });
}

/** What takes a text in its body. */
function bodies(text: string): TestRequest[] {
  const post = (url: string, payload: object): TestRequest => ({ method: "POST", url, payload });
  const scenario = { id: text, title: text, shocks: [{ assets: [text], hours: 1 }], horizonHours: 2 };
  return [
    { method: "PUT", url: `/api/datasets/golden/scenarios/${inAddress(text)}`, payload: scenario },
    { method: "PUT", url: `/api/datasets/golden/overlays/${inAddress(text)}`, payload: { id: text, title: text } },
    post("/api/jobs", { analysis: text, dataset: "golden" }),
    post("/api/jobs", { analysis: "cascade", dataset: text, parameters: { scenario }, overlays: [text] }),
    post("/api/jobs", { analysis: "cascade", dataset: "golden", parameters: { scenario }, overlays: [text] }),
  ];
}

async function ask(service: TestService, texts: readonly string[]): Promise<void> {
  for (const text of texts)
    for (const request of [...addresses(service, text), ...bodies(text)]) {
      const answer = await service.app.inject({ ...request, headers: { "x-knockon": "1" } });
      expect(answer.statusCode, `${request.method} ${request.url}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
    }
}

/** Uploads bundles whose description and rows hold the text: kept as they are, or refused. */
async function upload(service: TestService, texts: readonly string[]): Promise<void> {
  const golden = await libraryDataset("golden");
  for (const text of texts) {
    const [first, ...rest] = golden.assets;
    if (first === undefined) throw new Error("golden has assets");
    const dataset = {
      ...golden,
      description: { ...golden.description, id: "uploaded", title: text, version: text },
      assets: [{ ...first, name: text, operator: text, extra: { x_note: text } }, ...rest],
    };
    const headers = { "x-knockon": "1", "content-type": "application/json" };
    const payload = writeBundle(dataset);
    const answer = await service.app.inject({ method: "POST", url: "/api/datasets", headers, payload });
    expect([200, 201, 422], `${JSON.stringify(text)}: ${answer.body.slice(0, 300)}`).toContain(answer.statusCode);
    if (answer.statusCode === 422) continue;
    const read = await service.services.store.asset("uploaded", first.id);
    expect(read).toMatchObject({ name: text.trim(), operator: text.trim(), extra: { x_note: text } });
  }
}

/** Whatever the service is asked, the statements are those of harmless requests. */
async function holdsFor(open: () => Promise<Store>, every: number, uploadEvery: number): Promise<void> {
  const hostile = injectionStrings.filter(({ length }, index) => length < 5_000 && index % every === 0);
  const sentFor = (texts: readonly string[], uploaded: readonly string[]): Promise<readonly string[]> =>
    textsSentBy(async () => {
      const store = await open();
      await store.importDataset(await libraryDataset("golden"), by);
      const service = await testService({ store });
      await ask(service, texts);
      await upload(service, uploaded);
      await service.app.close();
      for (const { id } of await store.datasets()) await store.removeDataset(id);
      await store.close();
    });
  const allowed = await sentFor(known, ["harmless", "harmless too"]);
  const uploaded = injectionStrings.filter((_, index) => index % uploadEvery === 0);
  expect(await sentFor([...known, ...hostile], ["harmless", ...uploaded])).toEqual(allowed);
}

describe("no text of a request becomes part of a statement", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it(`in SQLite, ${isFull ? "every" : "every 4th"} text in every operation`, async () => {
    let opened = 0;
    const open = (): Promise<Store> => openStore(`sqlite:${join(folder, `${(opened += 1)}.db`)}`, {});
    await holdsFor(open, isFull ? 1 : 4, 10);
  }, 1_800_000);
});
