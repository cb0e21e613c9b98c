import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { soundFolder } from "../../support/rows-as-files.ts";
import { excerpt, region } from "../../datasets/recipes/open-region/excerpt.ts";
import { writeFolder } from "../../datasets/recipes/open-region/raw-folder.ts";
import { call, callJson, library, scratchFolder, writeFiles } from "./call.ts";

const scratch = scratchFolder();
const golden = library("golden");

/** An environment with a new SQLite store. */
function newStore(name: string): { readonly KNOCKON_STORE: string } {
  return { KNOCKON_STORE: `sqlite:${scratch(`${name}.db`)}` };
}

describe("import", () => {
  it("puts a dataset into the store once; the same again changes nothing", async () => {
    const environment = newStore("import");
    expect(await callJson(["import", golden, "--dry-run"], { environment })).toMatchObject({
      kind: "import",
      dryRun: true,
      changed: true,
      revision: null,
    });
    expect(await callJson(["datasets"], { environment })).toMatchObject({ datasets: [] });
    expect(await callJson(["import", golden], { environment })).toMatchObject({
      dryRun: false,
      changed: true,
      revision: 1,
      dataset: { id: "golden" },
      counts: { assets: 10, dependencies: 13, connections: 0, states: 3, sectors: 7 },
    });
    expect(await callJson(["import", golden], { environment })).toMatchObject({ changed: false, revision: 1 });
    expect((await call(["import", golden], { environment })).stdout).toContain("nothing was written");
    expect((await call(["import", golden, "--dry-run"], { environment })).stdout).toContain("nothing would change");
    const listed = await call(["datasets"], { environment });
    expect(listed.stdout).toMatch(/^golden +1\.0\.0 +1 +10 +13 +0 +3 /m);
    expect(listed.stderr).toContain("bundled");
  });

  it("reads the files of others by a mapping file", async () => {
    const folder = await writeFiles(scratch("theirs"), {
      ...soundFolder,
      "assets.csv":
        "id,label,sector,kind,states,kw,source\nP1,Plant,energy,power plant,XA,5000,made-up\nS1,S,energy,substation,XA,,made-up\n",
    });
    expect((await call(["import", folder])).stderr).toContain("error COLUMN_UNKNOWN  assets.csv:1:label");
    const mapping = {
      assets: { columns: { name: "label", capacity: { column: "kw", factor: 0.001 } }, constants: { unit: "MW" } },
    };
    await writeFile(scratch("mapping.json"), JSON.stringify(mapping));
    const environment = newStore("mapping");
    expect(await callJson(["import", folder, "--mapping", scratch("mapping.json")], { environment })).toMatchObject({
      changed: true,
    });
    const shown = await callJson(["show", "test", "P1"], { environment });
    expect(shown).toMatchObject({ asset: { name: "Plant", capacity: 5, unit: "MW" } });
  });

  it("refuses a mapping that maps to nothing of ours", async () => {
    await writeFile(scratch("mapping.json"), JSON.stringify({ assets: { columns: { colour: "label" } } }));
    const answer = await call(["import", golden, "--mapping", scratch("mapping.json")]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("error MAPPING_COLUMN_UNKNOWN");
  });
});

describe("remove", () => {
  it("takes a dataset out of the store, and only one that is there", async () => {
    const environment = newStore("remove");
    await callJson(["import", golden], { environment });
    expect(await callJson(["remove", "golden"], { environment })).toMatchObject({ dataset: { id: "golden" } });
    expect(await callJson(["datasets"], { environment })).toMatchObject({ datasets: [] });
    const again = await call(["remove", "golden"], { environment });
    expect(again).toMatchObject({ code: 1, stdout: "" });
    expect(again.stderr).toContain("error STORE_NOT_FOUND");
  });
});

describe("export", () => {
  it.each(["folder", "bundle"])("as %s reads back as the same dataset", async (format) => {
    const environment = newStore(`export-${format}`);
    const { dataset } = (await callJson(["import", golden], { environment })) as { readonly dataset: object };
    const out = scratch(format === "bundle" ? "golden.json" : "golden-folder");
    expect(await callJson(["export", "golden", "--format", format, "--out", out], { environment })).toMatchObject({
      dataset,
    });
    expect(await callJson(["import", out, "--dry-run"], { environment })).toMatchObject({ changed: false, dataset });
    const again = await call(["export", "golden", "--format", format, "--out", out], { environment });
    expect(again).toMatchObject({ code: 2, stdout: "" });
  });

  it("of a folder keeps scenarios and overlays beside it", async () => {
    const out = scratch("with-documents");
    await callJson(["export", golden, "--format", "folder", "--out", out]);
    expect(await readdir(`${out}/scenarios`)).toEqual(["gc-1.json"]);
    const written: unknown = JSON.parse(await readFile(`${out}/overlays/second-exchange.json`, "utf8"));
    expect(written).toEqual(JSON.parse(await readFile(`${golden}/overlays/second-exchange.json`, "utf8")));
  });

  it("does not let the id of a document lead out of the folder", async () => {
    const folder = scratch("sly");
    await cp(golden, folder, { recursive: true });
    const scenario = { id: "../../sly", title: "Sly", horizonHours: 1, shocks: [{ select: { ids: ["P1"] } }] };
    await writeFile(`${folder}/scenarios/sly.json`, JSON.stringify(scenario));
    await callJson(["export", folder, "--format", "folder", "--out", scratch("sly-out")]);
    expect((await readdir(scratch("sly-out/scenarios"))).sort()).toEqual(["..%2F..%2Fsly.json", "gc-1.json"]);
  });
});

describe("show", () => {
  it("a dataset: what it holds and where it comes from", async () => {
    expect(await callJson(["show", golden])).toMatchObject({
      kind: "dataset",
      counts: { assets: 10, dependencies: 13, connections: 0, states: 3, sectors: 7 },
      scenarios: ["gc-1"],
      overlays: ["second-exchange"],
    });
    const { stdout } = await call(["show", golden]);
    expect(stdout).toMatch(/^XB +Berenza \(fictional\) +4$/m);
    expect(stdout).toContain("source golden-case: Golden case, worked by hand, CC0-1.0");
  });

  it("an asset: what it depends on and supports", async () => {
    const { stdout } = await call(["show", golden, "S1"]);
    expect(stdout).toMatch(/^restart_hours +2 h$/m);
    expect(stdout).toMatch(/^P1 +Arlenia power plant +electricity +power/m);
    expect(stdout).toMatch(/^T1 +Arlenia telecom exchange +electricity +power +4/m);
    const document = await callJson(["show", library("golden-network"), "N1"]);
    expect(document).toMatchObject({ kind: "asset", asset: { id: "N1" }, connections: [{}, {}, {}] });
  });
});

describe("build", () => {
  it("makes a dataset of a region file that the checks accept, and says what became of the raw rows", async () => {
    const from = await writeFolder({ ...excerpt, "region.json": JSON.stringify(region) });
    const recipe = join(from, "region.json");
    const out = scratch("built");
    const { code, stdout, stderr } = await call(["build", recipe, "--from", from, "--out", out]);
    expect(code).toBe(0);
    expect(stdout).toContain("assets per sector");
    expect(stdout).toContain(`was written to ${out}`);
    expect(stderr).toContain("reading");
    const document = (await callJson(["check", out])) as { readonly counts: { readonly assets: number } };
    expect(document.counts.assets).toBeGreaterThan(5);
    const again = await call(["build", recipe, "--from", from, "--out", out]);
    expect(again).toMatchObject({ code: 2, stdout: "" });
    const json = await callJson(["build", recipe, "--from", from, "--out", scratch("built-2")]);
    expect(json).toMatchObject({ kind: "build", recipe: "excerpt", dataset: { id: "excerpt" } });
    expect(await readFile(scratch("built-2/assets.csv"))).toEqual(await readFile(scratch("built/assets.csv")));
  }, 60_000);

  it("refuses a region file with a field that does not fit, and says which", async () => {
    const folder = await writeFolder({ "region.json": JSON.stringify({ ...region, states: ["Austria"] }) });
    const answer = await call(["build", join(folder, "region.json"), "--from", folder, "--out", scratch("unbuilt")]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("error RECIPE_REGION_MALFORMED");
    expect(answer.stderr).toContain("states.0");
  });

  it("makes scenarios that are imported with the dataset, and told", async () => {
    const loss = { id: "loss", title: "Vienna is dark", horizonHours: 24, shocks: [{ select: { ids: ["sub:1"] } }] };
    const ours = { ...region, scenarios: [loss] };
    const from = await writeFolder({ ...excerpt, "region.json": JSON.stringify(ours) });
    const [out, store] = [scratch("with-scenario"), scratch("with-scenario.db")];
    await callJson(["build", join(from, "region.json"), "--from", from, "--out", out]);
    const environment = { KNOCKON_STORE: `sqlite:${store}` };
    const first = await call(["import", out], { environment });
    expect(first.stdout).toContain("1 scenario saved with it");
    expect(await callJson(["import", out], { environment })).toMatchObject({
      changed: false,
      documents: { scenarios: 0, overlays: 0 },
    });
    const result = await callJson(["run", "excerpt", "--scenario", "loss"], { environment });
    expect(result).toMatchObject({ kind: "run", scenario: { title: "Vienna is dark" } });
  }, 60_000);

  it("leaves nothing where the raw files are not there", async () => {
    const answer = await call(["build", "europe-open", "--from", scratch("none"), "--out", scratch("unbuilt")]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("error RECIPE_FILE_MISSING");
    expect(await readdir(scratch(""))).not.toContain("unbuilt");
  });
});
