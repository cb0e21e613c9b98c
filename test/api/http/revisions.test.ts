import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { libraryFolder } from "../../../api/dataset-source.ts";
import type { MemoryStore } from "../../../api/store/memory.ts";
import { goldenStore, type TestService, testService, testTime } from "./test-service.ts";

const overlay: unknown = JSON.parse(
  await readFile(join(libraryFolder("golden"), "overlays", "second-exchange.json"), "utf8"),
);
const later = "2026-01-05T00:00:00.000Z";

let store: MemoryStore;
let service: TestService;

beforeEach(async () => {
  store = await goldenStore();
  service = await testService({ store, now: () => new Date(later) });
});
afterEach(() => service.app.close());

const get = (path: string) => service.request({ url: `/api/datasets/golden${path}` });
const post = (path: string, ifMatch?: string, payload?: object, dataset = "golden") =>
  service.request({
    method: "POST",
    url: `/api/datasets/${dataset}/${path}`,
    headers: ifMatch === undefined ? {} : { "if-match": ifMatch },
    ...(payload === undefined ? {} : { payload }),
  });
const edit = (ifMatch?: string, change: unknown = overlay, why?: string) =>
  post("edits", ifMatch, { overlay: change, ...(why === undefined ? {} : { why }) });
const renaming = { id: "name", title: "Another name", change: [{ id: "B1", name: "Other bank" }] };

describe("writing on top of a revision that was seen", () => {
  it("the ETag of a dataset is its revision, and leads from edit to undo to redo", async () => {
    const seen = await get("");
    expect(seen.headers.etag).toBe('"1"');
    const edited = await edit(seen.headers.etag, overlay, "built");
    expect(edited.statusCode, edited.body).toBe(201);
    expect(edited.json()).toMatchObject({ id: "golden", changed: true, revision: 2, issues: expect.any(Array) });
    expect(edited.headers.etag).toBe('"2"');
    const undone = await post("undo", '"2"');
    expect(undone.statusCode, undone.body).toBe(201);
    expect(undone.json()).toMatchObject({ revision: 3, restores: 1, hash: seen.json<{ hash: string }>().hash });
    const redone = await post("redo", '"3"', { why: "after all" });
    expect(redone.json()).toMatchObject({ revision: 4, restores: 2, hash: edited.json<{ hash: string }>().hash });
    const { revisions } = (await get("/revisions")).json<{ revisions: readonly object[] }>();
    expect(revisions).toMatchObject([
      { revision: 1, kind: "import", by: "test", validFrom: testTime, validTo: later },
      { revision: 2, kind: "edit", by: "local", why: "built" },
      { revision: 3, kind: "undo", restores: 1 },
      { revision: 4, kind: "redo", restores: 2, why: "after all", validTo: null },
    ]);
  });

  it("an edit that changes nothing writes nothing", async () => {
    const answer = await edit('"1"', { id: "none", title: "None" });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ changed: false, revision: 1 });
  });

  it.each(["edits", "undo", "redo"])("without saying what was seen, %s is refused", async (path) => {
    const payload = path === "edits" ? { overlay } : undefined;
    const missing = await post(path, undefined, payload);
    expect(missing.statusCode).toBe(428);
    expect(missing.json()).toMatchObject({ code: "PRECONDITION_MISSING" });
    for (const ifMatch of ["*", "1", 'W/"1"', '"1", "2"', '"one"', ""]) {
      const odd = await post(path, ifMatch, payload);
      expect([ifMatch, odd.statusCode, odd.json<{ code: string }>().code]).toEqual([
        ifMatch,
        400,
        "PRECONDITION_INVALID",
      ]);
    }
    expect(await store.revisions("golden")).toHaveLength(1);
  });

  it("a stale write is told what changed, and whether it is the same rows", async () => {
    await edit('"1"');
    const stale = await edit('"1"', renaming);
    expect(stale.statusCode).toBe(412);
    const none = { count: 0, first: [] };
    expect(stale.json()).toMatchObject({
      code: "REVISION_STALE",
      detail: expect.stringContaining("edit by local"),
      stale: {
        expectedRevision: 1,
        revision: 2,
        revisions: [{ revision: 2, kind: "edit", by: "local", at: later }],
        changedRows: {
          assets: { count: 1, first: ["T2"] },
          dependencies: { count: 3, first: ["B1-needs-T1", "B1-needs-T2", "T2-needs-S2"] },
          connections: none,
        },
        sharedRows: { assets: none, dependencies: none, connections: none },
      },
    });
    const same = await edit('"1"', { id: "x", title: "X", change: [{ id: "B1-needs-T1", buffer_hours: 1 }] });
    expect(same.json()).toMatchObject({
      stale: { sharedRows: { dependencies: { count: 1, first: ["B1-needs-T1"] } } },
    });
    const undo = await post("undo", '"1"');
    expect(undo.statusCode).toBe(412);
    expect(undo.json()).toMatchObject({ stale: { sharedRows: null } });
    const future = await edit('"9"', renaming);
    expect(future.json()).toMatchObject({ stale: { revisions: [], changedRows: null } });
    expect(await store.revisions("golden")).toHaveLength(2);
  });

  it("an import may say which revision it has seen, and is refused on top of another", async () => {
    const bundle = (await get("/export")).body;
    const changed = bundle.replace('"title":"Golden case', '"title":"Changed case');
    expect(changed).not.toBe(bundle);
    const upload = (headers: Readonly<Record<string, string>>, url = "/api/datasets") =>
      service.request({
        method: "POST",
        url,
        headers: { "content-type": "application/json", ...headers },
        payload: changed,
      });
    const stale = await upload({ "if-match": '"7"' });
    expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([412, "REVISION_STALE"]);
    const odd = await upload({ "if-match": "7" });
    expect([odd.statusCode, odd.json<{ code: string }>().code]).toEqual([400, "PRECONDITION_INVALID"]);
    expect(await store.revisions("golden")).toHaveLength(1);
    const queued = await upload({ "if-match": '"7"' }, "/api/imports");
    expect(queued.statusCode).toBe(202);
    const address = `/api/imports/${queued.json<{ id: string }>().id}`;
    await expect
      .poll(
        async () =>
          (await service.request({ url: address })).json<{ problem: { code: string } | null }>().problem?.code,
      )
      .toBe("REVISION_STALE");
    const seen = await upload({ "if-match": '"1"' });
    expect([seen.statusCode, seen.json<{ revision: number }>().revision]).toEqual([201, 2]);
  });

  it("a bad overlay is refused with its issues, and nothing is written", async () => {
    const codes = async (change: unknown) => {
      const answer = await edit('"1"', change);
      const { code, issues = [] } = answer.json<{
        code: string;
        issues?: readonly { code: string; severity: string }[];
      }>();
      return [
        answer.statusCode,
        code,
        ...issues.filter(({ severity }) => severity === "error").map((each) => each.code),
      ];
    };
    expect(await codes({ id: "x", title: "X", change: [{ id: "nothing", name: "y" }] })).toEqual([
      422,
      "OVERLAY_REFUSED",
      "OVERLAY_UNKNOWN_ID",
    ]);
    expect((await codes({ id: "x", title: "X", change: [{ id: "B1", capacity: "much" }] })).slice(0, 2)).toEqual([
      422,
      "OVERLAY_REFUSED",
    ]);
    expect((await codes({ id: "x", title: "X", remove: { assets: ["P1"] } })).slice(0, 2)).toEqual([
      422,
      "DATASET_REFUSED",
    ]);
    expect((await codes({ title: "X" })).slice(0, 2)).toEqual([400, "REQUEST_INVALID"]);
    expect((await post("edits", '"1"', { overlay, more: 1 })).statusCode).toBe(400);
    expect(await store.revisions("golden")).toHaveLength(1);
  });

  it("what is not there cannot be undone, redone or found", async () => {
    expect((await post("undo", '"1"')).json()).toMatchObject({ status: 409, code: "UNDO_NOTHING" });
    expect((await post("redo", '"1"')).json()).toMatchObject({ status: 409, code: "REDO_NOTHING" });
    for (const path of ["undo", "redo", "edits"]) {
      const answer = await post(path, '"1"', path === "edits" ? { overlay } : undefined, "nothing");
      expect(answer.json()).toMatchObject({ status: 404, code: "DATASET_NOT_FOUND" });
    }
  });
});

describe("the past", () => {
  beforeEach(async () => {
    await edit('"1"');
  });

  it("changes count and list what differs", async () => {
    const answer = await get("/changes?from=1");
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject({
      from: { revision: 1 },
      to: { revision: 2 },
      counts: { assets: { added: 1, removed: 0, changed: 0 }, dependencies: { added: 2, removed: 0, changed: 1 } },
      sectors: [{ sector: "digital" }, { sector: "finance" }],
      states: [{ state: "XB" }],
      assets: { added: [{ id: "T2" }] },
      dependencies: {
        changed: [{ id: "B1-needs-T1", attributes: [{ name: "group", before: null, after: "telecom" }] }],
      },
    });
    const back = await get(`/changes?from=2026-01-05&to=${testTime}`);
    expect(back.json()).toMatchObject({
      from: { revision: 2 },
      to: { revision: 1 },
      assets: { removed: [{ id: "T2" }] },
    });
  });

  it("is shown as of a revision or time", async () => {
    const detail = await get("?asOf=2026-01-04");
    expect(detail.headers.etag).toBe('"1"');
    expect(detail.json()).toMatchObject({ revision: 1, importedAt: testTime, counts: { assets: 10 } });
    expect((await get("")).json()).toMatchObject({ revision: 2, importedAt: later, counts: { assets: 11 } });
    const ids = async (query: string) => (await get(`/graph${query}`)).json<{ assets: { id: string[] } }>().assets.id;
    expect(await ids("?asOf=1")).not.toContain("T2");
    expect(await ids("?asOf=2026-01-05")).toContain("T2");
    const exported = await get("/export?asOf=1");
    expect(exported.headers.etag).toBe('"1"');
    expect(exported.json<{ assets: readonly object[] }>().assets).toHaveLength(10);
    expect((await get("/assets?asOf=1&q=exchange")).json()).toMatchObject({ total: 1 });
    expect((await get("/assets?q=exchange")).json()).toMatchObject({ total: 2 });
    expect((await get("/assets/T2?asOf=2")).json()).toMatchObject({ id: "T2" });
    expect((await get("/assets/T2?asOf=1")).json()).toMatchObject({ code: "ASSET_NOT_FOUND" });
    const providers = async (query: string) =>
      (await get(`/assets/B1/neighbours${query}`)).json<{ providers: readonly object[] }>().providers.length;
    expect((await providers("")) - (await providers("?asOf=1"))).toBe(1);
    expect(await providers("?asOf=2")).toBe(await providers(""));
  });

  it.each([
    ["?asOf=3", 404, "REVISION_UNKNOWN"],
    ["?asOf=2026-01-01", 404, "AS_OF_BEFORE_FIRST"],
    ["/graph?asOf=01.02.2026", 400, "AS_OF_INVALID"],
    ["/assets?asOf=", 400, "AS_OF_INVALID"],
    ["/assets/B1?asOf=now", 400, "AS_OF_INVALID"],
    ["/assets/B1/neighbours?asOf=0", 404, "REVISION_UNKNOWN"],
    ["/export?asOf=2026-02-30", 400, "AS_OF_INVALID"],
    ["/changes", 400, "REQUEST_INVALID"],
    ["/changes?from=1&to=7", 404, "REVISION_UNKNOWN"],
    ["/changes?from=1&until=2", 400, "REQUEST_INVALID"],
  ])("%s is refused with %i %s", async (path, status, code) => {
    expect((await get(path)).json()).toMatchObject({ status, code });
  });

  it("of a dataset that is not there is not found", async () => {
    for (const path of ["revisions", "changes?from=1", "graph?asOf=1"])
      expect((await service.request({ url: `/api/datasets/nothing/${path}` })).json()).toMatchObject({
        code: "DATASET_NOT_FOUND",
      });
  });
});
