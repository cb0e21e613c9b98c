import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { call, callJson, library, scratchFolder } from "./call.ts";

const scratch = scratchFolder();
const plants = `Code,Label,Type,Country,Longitude,Latitude,MW
A,Alpha,power plant,DE,10,50,5
B,Beta,substation,,11,50,
`;
const lines = `From,To,Carrier
A,B,electricity
`;
const about = {
  title: "Theirs",
  licence: "CC0-1.0",
  sources: [{ id: "them", title: "Them", licence: "CC0-1.0", retrieved: "2025", credit: "Them" }],
};

/** Their files in a folder, and what they do not say in another. */
async function theirs(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries({ ...files, "../about.json": JSON.stringify(about) })) {
    const place = scratch(`${name}/in/${path}`);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text);
  }
  return scratch(`${name}/in`);
}

it("lists what can be read and written", async () => {
  const { formats } = (await callJson(["formats"])) as { formats: { id: string; reads: boolean; writes: boolean }[] };
  expect(formats).toContainEqual({ id: "folder", title: expect.any(String), reads: true, writes: true });
  expect(formats).toContainEqual({ id: "csv", title: expect.any(String), reads: true, writes: false });
  expect((await call(["formats"])).stdout).toMatch(/^node-link +yes +yes /mu);
});

describe("files of others", () => {
  it("are inspected, mapped and imported, whole or not at all", async () => {
    const folder = await theirs("talk", { "plants.csv": plants, "lines.csv": lines });
    const seen = await callJson(["inspect", folder, "--format", "csv"]);
    expect(seen).toMatchObject({
      kind: "inspect",
      format: "csv",
      usable: false,
      counts: { assets: 2, connections: 1 },
      mapping: {
        assets: {
          columns: { id: "Code", name: "Label", kind: "Type", states: "Country", lon: "Longitude", lat: "Latitude" },
        },
        connections: { columns: { a: "From", b: "To", commodity: "Carrier" } },
      },
    });
    const mapping = scratch("talk/mapping.json");
    const words = [folder, "--format", "csv", "--set", "sector=energy", "--about", scratch("talk/about.json")];
    const inspected = await call(["inspect", ...words, "--mapping-out", mapping]);
    expect(inspected.stdout).toContain("It can be imported so.");
    expect(inspected.stdout).toMatch(/assets +Code +id +0\.9/u);
    const environment = { KNOCKON_STORE: `sqlite:${scratch("talk/store.db")}` };
    expect((await call(["import", folder, "--format", "csv", "--mapping", mapping], { environment })).code).toBe(1);
    expect(await callJson(["datasets"], { environment })).toMatchObject({ datasets: [] });
    expect(await callJson(["import", ...words, "--mapping", mapping], { environment })).toMatchObject({
      changed: true,
      counts: { assets: 2, connections: 1, states: 1 },
    });
    const { asset } = (await callJson(["show", "in", "B"], { environment })) as { asset: Record<string, unknown> };
    expect(asset).toMatchObject({ states: [{ state: "DE", share: 1 }], source: "them", assumed: ["states"] });
    const first = (await callJson(["show", "in", "A"], { environment })) as { asset: Record<string, unknown> };
    expect(first.asset).toMatchObject({ name: "Alpha", extra: { x_MW: "5" } });
  });

  it("are read as what they look like, and that is told", async () => {
    const out = scratch("seen.json");
    expect((await call(["export", library("golden"), "--format", "node-link", "--out", out])).code).toBe(0);
    const { code, stderr, stdout } = await call(["check", out]);
    expect([code, stderr]).toEqual([0, `${out} is read as NetworkX node-link JSON.\n`]);
    expect(stdout).toContain("10 assets, 13 dependencies");
    const golden = (await callJson(["show", library("golden")])) as { hash: string };
    const environment = { KNOCKON_STORE: `sqlite:${scratch("seen.db")}` };
    await callJson(["import", out], { environment });
    expect(await callJson(["show", "golden"], { environment })).toMatchObject({ hash: golden.hash });
    expect(JSON.parse(await readFile(out, "utf8"))).toMatchObject({ directed: true, nodes: expect.any(Array) });
  });

  it("come out as one file, or as a folder where the format has several", async () => {
    const out = scratch("pair");
    await callJson(["export", library("golden"), "--format", "neo4j-csv", "--out", out]);
    expect((await readdir(out)).sort()).toEqual(["knockon_dataset.json", "nodes.csv", "relationships.csv"]);
    expect((await call(["check", out])).stdout).toContain("10 assets, 13 dependencies");
  });

  it.each([
    [["--format", "csvv"], "USAGE_FORMAT_UNKNOWN"],
    [[], "USAGE_FORMAT_UNSURE"],
    [["--format", "csv", "--set", "colour=red"], "USAGE_COLUMN_UNKNOWN"],
  ])("are refused with %j: %s", async (words, code) => {
    const folder = await theirs("refused", { "plants.csv": plants });
    const answer = await call(["check", folder, ...words]);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toContain(code);
  });
});

it("shows the shortest chain from one asset to another", async () => {
  const words = ["show", library("golden"), "P1", "--path-to", "F1"];
  expect(await callJson(words)).toEqual({
    kind: "path",
    from: "P1",
    to: "F1",
    maxSteps: 20,
    ids: ["P1", "S1", "S2", "B1", "F1"],
  });
  expect((await call(words)).stdout).toMatch(/^P1 {2}.*\n-> S1 /u);
  expect((await call([...words, "--steps", "2"])).stdout).toContain("No chain of at most 2 dependencies");
  expect((await call(["show", library("golden"), "--path-to", "F1"])).code).toBe(2);
  expect((await call(["show", library("golden"), "P1", "--path-to", "nothing"])).stderr).toContain("ASSET_UNKNOWN");
});
