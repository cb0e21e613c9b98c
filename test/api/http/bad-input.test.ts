import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lossScenario } from "../../../analyzer/index.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { StoreError } from "../../../api/store/store-error.ts";
import { writeBundle } from "../../../datasets/formats/index.ts";
import { goldenStore, libraryDataset, type TestRequest, type TestService, testService } from "./test-service.ts";

let store: MemoryStore;
let service: TestService;
let goldenBundle: string;

beforeAll(async () => {
  store = await goldenStore();
  const caps = { bodyBytes: 20_000, documentBytes: 30_000, uploadBytes: 200_000 };
  service = await testService({ store }, { caps });
  goldenBundle = writeBundle(await libraryDataset("golden"));
});

afterAll(async () => {
  // After every other test of this file: nothing was written and no prototype was touched.
  expect(await store.datasets()).toHaveLength(1);
  expect((await store.revisions("golden")).length).toBe(1);
  expect(await store.documents("golden", "scenario")).toEqual([]);
  expect(await store.documents("golden", "overlay")).toEqual([]);
  expect((await store.runs(undefined, { offset: 0, limit: 1 })).total).toBe(0);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  await service.app.close();
});

interface ProblemBody {
  readonly code: string;
  readonly detail: string;
  readonly issues?: readonly {
    code: string;
    file: string | null;
    row: number | null;
    column: string | null;
    text: string;
  }[];
}

async function refusal(options: TestRequest): Promise<ProblemBody & { status: number }> {
  const answer = await service.request(options);
  expect(String(answer.headers["content-type"])).toContain("application/problem+json");
  const body = answer.json() as ProblemBody & { status: number };
  expect(body.status).toBe(answer.statusCode);
  return body;
}

const json = { "content-type": "application/json" };
const upload = (payload: string | Buffer, type = "application/json"): TestRequest => ({
  method: "POST",
  url: "/api/datasets",
  headers: { "content-type": type },
  payload,
});
const job = (body: object): TestRequest => ({ method: "POST", url: "/api/jobs", payload: body });
const scenario = lossScenario(["P1"], 96, 240);
const put = (path: string, body: unknown): TestRequest => ({
  method: "PUT",
  url: `/api/datasets/golden/${path}`,
  headers: json,
  payload: typeof body === "string" ? body : JSON.stringify(body),
});

describe("ids that name nothing", () => {
  it.each([
    ["GET", "/api/datasets/nothing", "DATASET_NOT_FOUND"],
    ["DELETE", "/api/datasets/nothing", "DATASET_NOT_FOUND"],
    ["GET", "/api/datasets/nothing/graph", "DATASET_NOT_FOUND"],
    ["GET", "/api/datasets/nothing/export", "DATASET_NOT_FOUND"],
    ["GET", "/api/datasets/nothing/assets", "DATASET_NOT_FOUND"],
    ["GET", "/api/datasets/nothing/assets/P1", "DATASET_NOT_FOUND"],
    ["GET", "/api/datasets/golden/assets/nothing", "ASSET_NOT_FOUND"],
    ["GET", "/api/datasets/golden/assets/__proto__", "ASSET_NOT_FOUND"],
    ["GET", "/api/datasets/golden/assets/constructor/neighbours", "ASSET_NOT_FOUND"],
    ["GET", "/api/datasets/__proto__", "DATASET_NOT_FOUND"],
    ["GET", "/api/datasets/golden%27%20OR%201=1", "DATASET_NOT_FOUND"],
    ["GET", "/api/datasets/..%2f..%2fetc%2fpasswd", "DATASET_NOT_FOUND"],
    ["GET", "/api/datasets/nothing/scenarios", "DATASET_NOT_FOUND"],
    ["GET", "/api/datasets/golden/scenarios/nothing", "SCENARIO_NOT_FOUND"],
    ["DELETE", "/api/datasets/golden/scenarios/nothing", "SCENARIO_NOT_FOUND"],
    ["GET", "/api/datasets/golden/overlays/nothing", "OVERLAY_NOT_FOUND"],
    ["DELETE", "/api/datasets/golden/overlays/__proto__", "OVERLAY_NOT_FOUND"],
    ["GET", "/api/jobs/nothing", "JOB_NOT_FOUND"],
    ["DELETE", "/api/jobs/nothing", "JOB_NOT_FOUND"],
    ["GET", "/api/jobs/nothing/result", "JOB_NOT_FOUND"],
    ["GET", "/api/jobs/nothing/events", "JOB_NOT_FOUND"],
    ["GET", "/api/runs/nothing", "RUN_NOT_FOUND"],
    ["DELETE", "/api/runs/nothing", "RUN_NOT_FOUND"],
    ["GET", "/api/nothing", "ROUTE_NOT_FOUND"],
    ["POST", "/api/health", "ROUTE_NOT_FOUND"],
  ] as const)("%s %s: %s", async (method, url, code) => {
    const body = await refusal({ method, url });
    expect(body.code).toBe(code);
    expect(body.status).toBe(404);
  });

  it("names what was asked for", async () => {
    expect((await refusal({ url: "/api/datasets/golden/assets/Q9" })).detail).toContain('"Q9"');
  });
});

describe("requests out of shape", () => {
  it.each([
    "/api/datasets/golden/assets?limit=0",
    "/api/datasets/golden/assets?limit=501",
    "/api/datasets/golden/assets?limit=ten",
    "/api/datasets/golden/assets?offset=-1",
    "/api/datasets/golden/assets?offset=1.5",
    "/api/datasets/golden/assets?sort=name",
    `/api/datasets/golden/assets?q=${"x".repeat(201)}`,
    "/api/datasets/golden/assets?q=a&q=b",
    `/api/datasets/golden/export?format=${"x".repeat(41)}`,
    "/api/runs?limit=-1",
    "/api/datasets/%E0%A4%A",
    `/api/datasets/${"x".repeat(300)}`,
    `/api/datasets/${"x".repeat(2000)}`,
  ])("refuses %s", async (url) => {
    expect((await refusal({ url })).code).toBe("REQUEST_INVALID");
  });
});

describe("bodies", () => {
  it.each([
    ["no JSON", "{", "REQUEST_BODY_NOT_JSON"],
    ["nothing", "", "REQUEST_BODY_EMPTY"],
    ["bytes", "\u0000\u0001", "REQUEST_BODY_NOT_JSON"],
    ["a list", "[]", "REQUEST_INVALID"],
    ["an unknown field", '{"analysis":"run","dataset":"golden","speed":1}', "REQUEST_INVALID"],
    ["a missing field", '{"analysis":"run"}', "REQUEST_INVALID"],
    ["a prototype", '{"analysis":"run","dataset":"golden","__proto__":{"polluted":1}}', "REQUEST_BODY_NOT_JSON"],
    ["a deep prototype", '{"parameters":{"a":[{"__proto__":{"polluted":1}}]}}', "REQUEST_BODY_NOT_JSON"],
    ["a constructor", '{"constructor":{"prototype":{"polluted":1}}}', "REQUEST_BODY_NOT_JSON"],
    ["10,000 lists within another", "[".repeat(10_000), "REQUEST_BODY_TOO_DEEP"],
    ["more than the cap", `"${"x".repeat(20_000)}"`, "REQUEST_BODY_TOO_LARGE"],
  ])("of %s are refused", async (_what, payload, code) => {
    expect((await refusal({ method: "POST", url: "/api/jobs", headers: json, payload })).code).toBe(code);
  });

  it("of a type that is not taken are refused", async () => {
    const headers = { "content-type": "text/xml" };
    const body = await refusal({ method: "POST", url: "/api/jobs", headers, payload: "<a/>" });
    expect(body).toMatchObject({ code: "REQUEST_BODY_TYPE_UNKNOWN", status: 415 });
  });

  it("just under the cap are read", async () => {
    const parameters = { scenario: { ...scenario, title: "x".repeat(19_500) } };
    const body = await refusal(job({ analysis: "run", dataset: "nothing", parameters }));
    expect(body.code).toBe("DATASET_NOT_FOUND");
  });
});

describe("jobs that cannot run", () => {
  it.each([
    ["an unknown analysis", { analysis: "guess", dataset: "golden" }, "ANALYSIS_NOT_FOUND"],
    ["an unknown dataset", { analysis: "run", dataset: "nothing" }, "DATASET_NOT_FOUND"],
    ["an unknown overlay", { analysis: "rank", dataset: "golden", overlays: ["nothing"] }, "OVERLAY_NOT_FOUND"],
  ])("%s", async (_what, body, code) => {
    expect((await refusal(job(body))).code).toBe(code);
  });

  it.each([
    ["rank", { hours: -1 }, "/parameters/hours", "above 0"],
    ["rank", { by: "beauty" }, "/parameters/by", "one of outageHours"],
    ["rank", { limit: 1.5 }, "/parameters/limit", "a whole number"],
    ["rank", { limit: "3" }, "/parameters/limit", "a whole number"],
    ["rank", { "a/b": 1 }, "/parameters/a~1b", "no such parameter"],
    ["run", {}, "/parameters/scenario", "missing"],
    ["run", { scenario: [] }, "/parameters/scenario", "an object"],
    ["run", { scenario, disruptedBelow: 1.2 }, "/parameters/disruptedBelow", "at most 1"],
    ["compare", { scan: { limit: 3 } }, "/parameters/scan/limit", "no such parameter"],
    ["trials", { scenario, trials: 0 }, "/parameters/trials", "at least 1"],
    ["trials", { scenario, trials: 1_000_001 }, "/parameters/trials", "at most 1000000"],
  ])("%s with the parameters %j: the problem points to %s", async (analysis, parameters, pointer, text) => {
    const body = await refusal(job({ analysis, dataset: "golden", parameters }));
    expect(body).toMatchObject({ code: "PARAMETERS_INVALID", status: 422, pointer });
    expect(body.detail).toContain(text);
    expect(body.issues).toMatchObject([{ code: "ANALYSIS_PARAMETER", column: pointer }]);
  });

  it.each([
    ["horizon -1", { ...scenario, horizonHours: -1 }, "horizonHours"],
    ["a negative time", { ...scenario, shocks: [{ select: { ids: ["P1"] }, fromHours: -2 }] }, "fromHours"],
    ["an empty selection", { ...scenario, shocks: [{ select: {} }] }, "select"],
    ["text for a number", { ...scenario, horizonHours: "long" }, "horizonHours"],
  ])("a scenario with %s", async (_what, bad, field) => {
    const body = await refusal(job({ analysis: "run", dataset: "golden", parameters: { scenario: bad } }));
    expect(body).toMatchObject({ code: "SCENARIO_REFUSED", status: 422 });
    expect(JSON.stringify(body.issues)).toContain(field);
  });

  it("one too many", async () => {
    const body = await refusal(job({ analysis: "rank", dataset: "golden" }));
    expect(body).toMatchObject({ code: "JOB_QUEUE_FULL", status: 503 });
    const answer = await service.request(job({ analysis: "rank", dataset: "golden" }));
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  });
});

describe("scenarios and overlays that cannot be saved", () => {
  it.each([
    ["scenarios/one", { ...scenario, id: "two" }, "DOCUMENT_ID_MISMATCH"],
    ["scenarios/lose", { ...scenario, horizonHours: -1 }, "SCENARIO_REFUSED"],
    ["scenarios/lose", [], "SCENARIO_REFUSED"],
    ["scenarios/lose", "null", "SCENARIO_REFUSED"],
    ["scenarios/lose", "7", "SCENARIO_REFUSED"],
    ["scenarios/lose", `{"__proto__":{"polluted":1}}`, "REQUEST_BODY_NOT_JSON"],
    ["scenarios/lose", { ...scenario, title: "x".repeat(40_000) }, "REQUEST_BODY_TOO_LARGE"],
    ["overlays/o", { id: "o", title: "O", add: { assets: [{ id: "N" }] } }, "OVERLAY_REFUSED"],
    ["overlays/o", { id: "o", title: "O", unknown: [] }, "OVERLAY_REFUSED"],
    ["overlays/o", { id: "p", title: "O" }, "DOCUMENT_ID_MISMATCH"],
  ])("%s %j: %s", async (path, body, code) => {
    expect((await refusal(put(path, body))).code).toBe(code);
  });

  it("names the dataset that is not there", async () => {
    const body = await refusal({ ...put("scenarios/lose", scenario), url: "/api/datasets/nothing/scenarios/lose" });
    expect(body.code).toBe("DATASET_NOT_FOUND");
  });
});

describe("uploads", () => {
  const withRow = (change: (bundle: { assets: Record<string, unknown>[] }) => void): string => {
    const bundle = JSON.parse(goldenBundle) as { dataset: { id: string }; assets: Record<string, unknown>[] };
    bundle.dataset.id = "other";
    change(bundle);
    return JSON.stringify(bundle);
  };

  it.each<[string, () => string | Buffer]>([
    ["latitude 95", () => withRow(({ assets }) => Object.assign(assets[0] ?? {}, { lon: 0, lat: 95 }))],
    ["a duplicate id", () => withRow(({ assets }) => assets.push({ ...assets[0] }))],
    ["an unknown column", () => withRow(({ assets }) => Object.assign(assets[0] ?? {}, { colour: "red" }))],
    ["a missing name", () => withRow(({ assets }) => delete assets[0]?.["name"])],
    ["nested 10,000 deep", () => `{"dataset":${"[".repeat(10_000)}${"]".repeat(10_000)}}`],
    ["a prototype", () => `{"dataset":{"__proto__":{"polluted":1}},"assets":[{"__proto__":{"polluted":1}}]}`],
    ["neither zip nor JSON", () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3])],
    ["a zip cut short", () => Buffer.from("PK\u0003\u0004broken")],
    ["JSON cut short", () => goldenBundle.slice(0, 500)],
  ])("with %s are refused and nothing is written", async (_what, payload) => {
    for (const query of ["", "?dryRun=true"]) {
      const body = await refusal({ ...upload(payload()), url: `/api/datasets${query}` });
      expect(body).toMatchObject({ code: "DATASET_REFUSED", status: 422 });
      expect(body.issues?.length).toBeGreaterThan(0);
      expect(body.issues?.every((issue) => /^[A-Z]+_[A-Z_]+$/u.test(issue.code) && issue.text !== "")).toBe(true);
    }
  });

  it("name row and column of what is wrong", async () => {
    const body = await refusal(upload(withRow(({ assets }) => Object.assign(assets[2] ?? {}, { lon: 0, lat: 95 }))));
    expect(body.issues).toContainEqual(expect.objectContaining({ column: "lat", value: "95" }));
    expect(body.issues?.find(({ column }) => column === "lat")?.row).not.toBeNull();
  });

  it("of nothing, over the cap, or of another type are refused", async () => {
    expect((await refusal(upload(""))).code).toBe("REQUEST_BODY_EMPTY");
    expect((await refusal(upload(Buffer.alloc(200_001), "application/zip"))).code).toBe("REQUEST_BODY_TOO_LARGE");
    expect((await refusal(upload("a,b", "text/csv"))).code).toBe("REQUEST_BODY_TYPE_UNKNOWN");
    expect((await refusal({ method: "POST", url: "/api/datasets" })).code).toMatch(/^REQUEST_BODY_/u);
  });
});

describe("a store that is away", () => {
  it("is a 503 problem with the store's own code, and when to try again", async () => {
    class AwayStore extends MemoryStore {
      override async ping(): Promise<void> {
        throw new StoreError("STORE_UNREACHABLE", "bolt://127.0.0.1:1 refused the connection");
      }
      override dataset(): Promise<never> {
        return Promise.reject(new StoreError("STORE_UNREACHABLE", "bolt://127.0.0.1:1 refused the connection"));
      }
    }
    const away = await testService({ store: new AwayStore() });
    for (const url of ["/api/health", "/api/datasets/golden", "/api/datasets/golden/graph"]) {
      const answer = await away.request({ url });
      expect(answer.statusCode).toBe(503);
      expect(answer.json()).toMatchObject({ code: "STORE_UNREACHABLE" });
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    }
    await away.app.close();
  });
});
