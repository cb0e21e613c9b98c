import { describe, expect, it } from "vitest";
import { soundFolder } from "../../support/rows-as-files.ts";
import { call, callJson, library, scratchFolder, writeFiles } from "./call.ts";

const scratch = scratchFolder();
const golden = library("golden");

async function printed(...words: string[]): Promise<string> {
  const { code, stdout } = await call(words);
  expect(code).toBe(0);
  return stdout;
}

describe("for people", () => {
  it("run says what is lost, where it goes and why", async () => {
    const text = await printed("run", golden, "--lose", "P1", "--hours", "96", "--horizon", "240");
    expect(text).toMatch(/^Loss of P1\ngolden 1\.0\.0, watched for 240 h\n {2}lost: P1, from hour 0 for 96 h$/m);
    expect(text).toMatch(/^ +4 +XB +Berenza \(fictional\) +1 +97 /m);
    expect(text).toMatch(/^ +52 +125 +F1 .* XC +73 +0 +P1 was lost, then S1, T1, B1$/m);
    expect(text).toMatch(/^ +0 +96 +P1 .*lost by the scenario$/m);
    expect(text).toMatch(/^outage hours +631 h$/m);
    expect(text).toMatch(/^States reached +3, of them foreign 2$/m);
    expect(text).toContain("settled");
    expect(text).toContain("RUN_PEOPLE_UNKNOWN");
    expect(text).toContain("--json");
  });

  it("run names a loop that is stuck, and a horizon that came first", async () => {
    const text = await printed("run", library("golden-loop"), "--scenario", "gc-5");
    expect(text).toContain("stuck: N, T need each other");
    expect(await printed("run", golden, "--lose", "P1", "--hours", "96", "--horizon", "50")).toContain(
      "stopped at the horizon",
    );
  });

  it("run counts an asset only below the level asked for", async () => {
    const network = library("golden-network");
    const count = async (level: string) =>
      (
        (await callJson(["run", network, "--scenario", "gc-4b", "--disrupted-below", level])) as {
          readonly assets: readonly object[];
        }
      ).assets.length;
    expect([await count("0.9"), await count("0.2")]).toEqual([7, 1]);
  });

  it("rank gives 20 rows unless asked for more or fewer", async () => {
    const text = await printed("rank", golden, "--hours", "96", "--horizon", "240", "--limit", "3");
    expect(text).toMatch(/^Protection priority by outage hours \(h\)\n/);
    expect(text).toMatch(/^ +1 +P1 +Arlenia power plant +energy +XA +631 /m);
    expect(text).not.toMatch(/^ +4 /m);
    expect(text).not.toMatch(/target/i);
  });

  it("rank says how many more there are", async () => {
    const assets = Array.from({ length: 25 }, (_, at) => `A${at},Asset,energy,substation,XA,made-up`);
    const folder = await writeFiles(scratch("many"), {
      "dataset.json": soundFolder["dataset.json"] ?? "",
      "assets.csv": ["id,name,sector,kind,states,source", ...assets, ""].join("\n"),
      "dependencies.csv": "provider,dependent,source\nA1,A2,made-up\n",
    });
    const text = await printed("rank", folder);
    expect(text).toContain("and 5 more; --limit N shows N, --json gives all");
    expect(text.match(/^ +\d+ +A\d+ /gm)).toHaveLength(20);
  });

  it("rank can set the structure beside the consequence", async () => {
    const { rows } = (await callJson(["rank", golden, "--structure", "--limit", "2"])) as {
      readonly rows: readonly object[];
    };
    expect(rows).toHaveLength(2);
    for (const row of rows)
      expect(row).toMatchObject({
        degree: expect.any(Number),
        betweenness: expect.any(Number),
        pageRank: expect.any(Number),
      });
    expect(await printed("rank", golden, "--structure")).toContain("PageRank");
  });

  it("compare sets before and after side by side", async () => {
    const text = await printed("compare", golden, "--overlay", "second-exchange", "--scenario", "gc-1");
    expect(text).toMatch(/^outage hours \(h\) +631 +461 +-170$/m);
    expect(text).toMatch(/^XC +Corvania \(fictional\) +73 +0 +-73$/m);
    expect(text).toMatch(/^F1 .* 73 +0 +-73$/m);
  });

  it("compare does so for scans, by another consequence too", async () => {
    const words = ["compare", golden, "--overlay", "second-exchange", "--scan", "--hours", "96", "--horizon", "240"];
    expect(await callJson([...words, "--by", "foreignOutageHours"])).toMatchObject({
      kind: "compare",
      of: "rank",
      by: "foreignOutageHours",
    });
    const text = await printed(...words);
    expect(text).toMatch(/^P1 +Arlenia power plant +631 +461 +-170$/m);
    expect(text).toMatch(/^T2 +Berenza telecom exchange +absent +97 +absent$/m);
  });

  it("check groups its issues, the worst first, and a warning does not fail", async () => {
    const rows = Array.from({ length: 25 }, (_, at) => `P1,X${at},,,,,made-up`);
    const bad = await writeFiles(scratch("bad"), {
      ...soundFolder,
      "dependencies.csv": ["provider,dependent,group,need,share,buffer_hours,source", ...rows, ""].join("\n"),
    });
    const { code, stdout, stderr } = await call(["check", bad]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatch(/^error REFERENCE_UNKNOWN \(\d+\)\n {2}dependencies\.csv:2:dependent {2}"X0" {2}\S/m);
    expect(stdout).toMatch(/cannot be used$/m);
    const warned = await writeFiles(scratch("warned"), {
      ...soundFolder,
      "dependencies.csv": "provider,dependent\nP1,S1\n",
    });
    const answer = await call(["check", warned]);
    expect(answer.code).toBe(0);
    expect(answer.stdout).toContain("warning ROW_SOURCE_MISSING (1)");
    expect((await call(["run", warned, "--lose", "P1"])).stderr).toContain("note: 1 warning about");
  });

  it("is coloured on a terminal", async () => {
    const { stdout } = await call(["run", golden, "--lose", "P1"], { isTerminal: true });
    expect(stdout.startsWith("\u001B[1mLoss of P1")).toBe(true);
    const environment = { NO_COLOR: "1" };
    expect((await call(["run", golden, "--lose", "P1"], { isTerminal: true, environment })).stdout).not.toContain(
      "\u001B",
    );
  });
});
