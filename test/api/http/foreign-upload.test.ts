import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeBundle } from "../../../datasets/formats/index.ts";
import { nodeLink } from "../../../datasets/formats/foreign/node-link.ts";
import { goldenStore, libraryDataset, type TestService, testService } from "./test-service.ts";

let service: TestService;
beforeAll(async () => {
  service = await testService({ store: await goldenStore() });
});
afterAll(() => service.app.close());

const plants = "Code,Label,Type,Country\nA,Alpha,power plant,DE\n";
const about = JSON.stringify({ title: "Theirs", licence: "CC0-1.0" });

interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function post(
  path: string,
  query: Readonly<Record<string, string | readonly string[]>>,
  body: string,
): Promise<Reply> {
  const words = Object.entries(query).flatMap(([key, value]) =>
    [value].flat().map((word): [string, string] => [key, word]),
  );
  const { statusCode, body: text } = await service.request({
    method: "POST",
    url: `/api${path}?${new URLSearchParams(words).toString()}`,
    headers: { "content-type": "application/octet-stream" },
    payload: body,
  });
  return { status: statusCode, body: JSON.parse(text) as Record<string, unknown> };
}

describe("an upload of another format", () => {
  it("is inspected and imported with what was missing", async () => {
    const words = { name: "plants.csv", format: "csv", about };
    const seen = await post("/inspections", words, plants);
    expect(seen).toMatchObject({ status: 200, body: { format: "csv", usable: false, counts: { assets: 1 } } });
    const mapping = JSON.stringify(seen.body["mapping"]);
    expect((await post("/datasets", { ...words, mapping }, plants)).body).toMatchObject({ code: "DATASET_REFUSED" });
    const set = ["sector=energy", "assets.confidence=0.5"];
    expect(await post("/datasets", { ...words, mapping, set, dryRun: "true" }, plants)).toMatchObject({ status: 200 });
    const done = await post("/datasets", { ...words, mapping, set }, plants);
    expect(done).toMatchObject({ status: 201, body: { id: "plants", title: "Theirs", changed: true } });
  });

  it("is inspected as what it looks like most, with all it may be", async () => {
    const { status, body } = await post("/inspections", { name: "plants.csv" }, plants);
    expect([status, body["format"], body["dataset"]]).toEqual([200, "csv", null]);
    expect(body["guesses"]).toEqual([
      { format: "csv", title: "CSV tables with a mapping or HXL tags", confidence: 0.5 },
    ]);
    const more = { name: "plants.csv", about, set: ["sector=energy", "assets.confidence=0.5"] };
    const usable = await post("/inspections", more, plants);
    expect(usable.body).toMatchObject({ usable: true, dataset: { id: "plants", title: "Theirs", version: "1" } });
  });

  it("is inspected as ours where it is, or is nothing known", async () => {
    const golden = writeBundle(await libraryDataset("golden"));
    const own = await post("/inspections", { name: "golden.json" }, golden);
    expect(own.body).toMatchObject({
      format: "own",
      guesses: [],
      columns: [],
      usable: true,
      dataset: { id: "golden" },
    });
    const nothing = await post("/inspections", { name: "notes.txt" }, "hello");
    expect(nothing.body).toMatchObject({ format: "own", usable: false, dataset: null, issueCount: 1 });
  });

  it("is known by its name and content", async () => {
    const golden = await libraryDataset("golden");
    const { files } = (await nodeLink.write?.(golden)) ?? { files: new Map<string, string>() };
    const [text] = files.values();
    const { status, body } = await post("/datasets", { name: "golden.json" }, String(text));
    expect([status, body["id"], body["changed"]]).toEqual([200, "golden", false]);
  });

  it.each([
    [{ name: "plants.csv" }, 422, "FORMAT_UNSURE"],
    [{ format: "nothing" }, 422, "FORMAT_UNKNOWN"],
    [{ format: "csv", set: "colour=red" }, 400, "REQUEST_INVALID"],
    [{ format: "csv", mapping: '{"assets":{"columns":{"colour":"Type"}}}' }, 422, "MAPPING_REFUSED"],
    [{ format: "csv", mapping: "{" }, 400, "REQUEST_INVALID"],
    [{ format: "csv", about: "[]" }, 400, "REQUEST_INVALID"],
    [{ name: "../plants.csv" }, 400, "REQUEST_INVALID"],
  ])("is refused with %j: %i %s", async (query, status, code) => {
    expect(await post("/datasets", query, plants)).toMatchObject({ status, body: { code } });
  });
});

it("lists the formats", async () => {
  const { body } = await service.request({ url: "/api/formats" });
  expect(JSON.parse(body)).toMatchObject({ formats: expect.arrayContaining([expect.objectContaining({ id: "csv" })]) });
});
