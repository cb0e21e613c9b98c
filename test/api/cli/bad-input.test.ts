import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Issue } from "../../../analyzer/index.ts";
import { soundFolder, zipOf } from "../../support/rows-as-files.ts";
import { call, library, scratchFolder, writeFiles } from "./call.ts";
import { writeChain } from "./chain-bundle.ts";

const scratch = scratchFolder();
const prototype = Object.getOwnPropertyNames(Object.prototype).sort();
afterAll(() => expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(prototype));

const assets = "id,name,sector,kind,states,lon,lat,capacity,unit,source";
const sound = "P1,Plant,energy,power plant,XA,1,50,,,s\nS1,Station,energy,substation,XA,2,51,,,s";
const dependencies = "provider,dependent,group,need,share,buffer_hours,source";
const assetRows = (rows: string, header = assets) => ({ "assets.csv": `${header}\n${rows}\n` });
const dependencyRows = (rows: string) => ({ "dependencies.csv": `${dependencies}\n${rows}\n` });

/** What is wrong, the files that differ from a sound folder, the code, and `file:row:column`. */
const badFolders: readonly (readonly [string, Record<string, string | Uint8Array>, string, string])[] = [
  [
    "unknown column",
    assetRows("P1,P,energy,power plant,XA,,,,,s,red", `${assets},colour`),
    "COLUMN_UNKNOWN",
    "assets.csv:1:colour",
  ],
  [
    "header __proto__",
    assetRows("P1,P,energy,power plant,XA,,,,,s,x", `${assets},__proto__`),
    "COLUMN_UNKNOWN",
    "assets.csv:1:__proto__",
  ],
  [
    "missing required value",
    assetRows("P1,,energy,power plant,XA,,,,,s\nS1,S,energy,substation,XA,,,,,s"),
    "VALUE_MISSING",
    "assets.csv:2:name",
  ],
  ["unknown id", dependencyRows("P1,S9,,,,,s"), "REFERENCE_UNKNOWN", "dependencies.csv:2:dependent"],
  ["duplicate id", assetRows(`${sound}\nP1,Again,energy,power plant,XA,,,,,s`), "ID_DUPLICATE", "assets.csv:4:id"],
  [
    "negative number",
    assetRows(`${sound}\nS2,S,energy,substation,XA,,,-5,MW,s`),
    "VALUE_OUT_OF_RANGE",
    "assets.csv:4:capacity",
  ],
  [
    "number that is not finite",
    assetRows(`${sound}\nS2,S,energy,substation,XA,,,1e999,MW,s`),
    "VALUE_OUT_OF_RANGE",
    "assets.csv:4:capacity",
  ],
  ["latitude 95", assetRows(`${sound}\nS2,S,energy,substation,XA,1,95,,,s`), "VALUE_OUT_OF_RANGE", "assets.csv:4:lat"],
  [
    "group columns that disagree",
    dependencyRows("P1,S1,power,,,4,s\nP1,S1,power,,,5,s"),
    "GROUP_COLUMNS_DISAGREE",
    "dependencies.csv:3:buffer_hours",
  ],
  ["k larger than n", dependencyRows("P1,S1,power,2,,,s"), "GROUP_NEED_UNREACHABLE", "dependencies.csv:2:need"],
  ["need 0", dependencyRows("P1,S1,power,0,,,s"), "VALUE_OUT_OF_RANGE", "dependencies.csv:2:need"],
  ["share 0", dependencyRows("P1,S1,power,,0,,s"), "VALUE_OUT_OF_RANGE", "dependencies.csv:2:share"],
  ["self-dependency", dependencyRows("P1,P1,,,,,s"), "DEPENDENCY_ON_SELF", "dependencies.csv:2:provider"],
  ["provider @nothing", dependencyRows("@nothing,S1,,,,,s"), "COMMODITY_UNKNOWN", "dependencies.csv:2:provider"],
  [
    "connection to an asset that does not exist",
    { "connections.csv": "a,b,commodity,source\nP1,S9,electricity,s\n" },
    "REFERENCE_UNKNOWN",
    "connections.csv:2:b",
  ],
  ["unclosed quote", assetRows('P1,"P,energy,power plant,XA,,,,,s'), "CSV_QUOTE_UNCLOSED", "assets.csv:2"],
  ["binary file", { "assets.csv": Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2) }, "FILE_BINARY", "assets.csv:1"],
  ["empty file", { "assets.csv": "" }, "FILE_EMPTY", "assets.csv"],
];

/** An import that has to be refused: nothing on stdout, and not even an empty store. */
async function refusedImport(path: string, code: string, place: string): Promise<void> {
  const database = scratch("untouched.db");
  const answer = await call(["import", path], { environment: { KNOCKON_STORE: `sqlite:${database}` } });
  expect({ code: answer.code, stdout: answer.stdout }).toEqual({ code: 1, stdout: "" });
  expect(answer.stderr).toContain(`error ${code}  ${place}`);
  expect(existsSync(database)).toBe(false);
}

describe("a bad dataset", () => {
  it.each(badFolders)(
    "%s: is refused with code, file, row and column, and nothing is written",
    async (name, files, code, place) => {
      const folder = await writeFiles(scratch(name), { ...soundFolder, ...files });
      await refusedImport(folder, code, place);
      const { code: exit, stdout } = await call(["check", folder, "--json"]);
      expect(exit).toBe(1);
      const { issues } = JSON.parse(stdout) as { readonly issues: readonly Issue[] };
      const found = issues.filter((issue) => issue.code === code);
      expect(
        found.map(({ file, row, column }) => [file, row, column].filter((part) => part !== null).join(":")),
      ).toContain(place);
      expect(found.every(({ text }) => text.length > 10)).toBe(true);
    },
  );

  it("a file over the cap is refused before it is read", async () => {
    const file = await open(scratch("large.zip"), "w");
    // A hole: the file takes no room on the disk.
    await file.truncate(128 * 1024 * 1024 + 1);
    await file.close();
    await refusedImport(scratch("large.zip"), "FILE_TOO_LARGE", "large.zip");
  });

  it("a zip that leads out of itself is refused", async () => {
    await writeFile(scratch("out.zip"), await zipOf([...Object.entries(soundFolder), ["../evil.csv", "a"]]));
    await refusedImport(scratch("out.zip"), "ZIP_PATH", "");
  });

  it("a bundle nested 10,000 deep is refused", async () => {
    await writeFile(scratch("deep.json"), `{"dataset":${"[".repeat(10_000)}${"]".repeat(10_000)}}`);
    await refusedImport(scratch("deep.json"), "JSON_TOO_DEEP", "deep.json");
  });

  it("a dataset that is not there is refused, by check and by run", async () => {
    const path = scratch("nowhere");
    await refusedImport(path, "FILE_MISSING", "nowhere");
    const answer = await call(["run", path, "--lose", "P1"]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("error DATASET_NOT_FOUND");
  });
});

describe("a bad question", () => {
  const golden = library("golden");
  const scenario = { id: "s", title: "S", horizonHours: 10, shocks: [{ select: { ids: ["P1"] }, hours: 1 }] };

  it.each([
    [
      "that selects nothing",
      { ...scenario, shocks: [{ select: { sector: "food", states: ["XA"] } }] },
      "SCENARIO_EMPTY_SELECTION",
    ],
    ["that names an unknown asset", { ...scenario, shocks: [{ select: { ids: ["P9"] } }] }, "SCENARIO_UNKNOWN_ASSET"],
    ["with a horizon of -1", { ...scenario, horizonHours: -1 }, "FIELD_OUT_OF_RANGE"],
    [
      "with a negative time",
      { ...scenario, shocks: [{ select: { ids: ["P1"] }, fromHours: -1 }] },
      "FIELD_OUT_OF_RANGE",
    ],
    ["that is null", null, "FIELD_WRONG_TYPE"],
  ])("a scenario %s is refused", async (_name, value, code) => {
    await writeFile(scratch("scenario.json"), JSON.stringify(value));
    const answer = await call(["run", golden, "--scenario", scratch("scenario.json"), "--json"]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain(`error ${code}`);
  });

  it("an unknown asset of --lose is refused by name", async () => {
    const answer = await call(["run", golden, "--lose", "P1,P9", "--json"]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("P9");
  });

  it("an overlay that does not fit is refused", async () => {
    const overlay = { id: "o", title: "O", change: [{ id: "nobody", restart_hours: 1 }] };
    await writeFile(scratch("overlay.json"), JSON.stringify(overlay));
    const answer = await call(["run", golden, "--lose", "P1", "--overlay", scratch("overlay.json")]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("nobody");
  });

  it("an asset that is not there cannot be shown", async () => {
    const answer = await call(["show", golden, "P9"]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("error ASSET_UNKNOWN");
  });
});

describe("a full disk", () => {
  it("leaves the store and the folder of an export as they were", async ({ skip }) => {
    const small = scratch("small");
    await mkdir(small);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", small]).status !== 0) {
      if (process.env["KNOCKON_REQUIRE_ALL"] === "1")
        throw new Error("a small file system is required here: run as root");
      console.warn("SKIPPED, no small file system: mounting one takes root");
      return skip();
    }
    try {
      const large = await writeChain(scratch("chain.json"), 9000);
      const environment = { KNOCKON_STORE: `sqlite:${join(small, "a.db")}` };
      const imported = await call(["import", large], { environment });
      expect(imported).toMatchObject({ code: 3, stdout: "" });
      expect(imported.stderr).toContain("error STORE_FULL");
      expect((await call(["datasets", "--json"], { environment })).stdout).toContain('"datasets":[]');
      const exported = await call(["export", large, "--format", "folder", "--out", join(small, "out")]);
      expect(exported).toMatchObject({ code: 3, stdout: "" });
      expect(exported.stderr).toContain("error OUT_FAILED");
      expect((await readdir(small)).filter((name) => !name.startsWith("a.db"))).toEqual([]);
    } finally {
      spawnSync("umount", ["--lazy", small]);
    }
  });
});
