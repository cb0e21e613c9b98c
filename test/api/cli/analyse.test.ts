import { writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../../analyzer/index.ts";
import { call, callJson, library, scratchFolder } from "./call.ts";

const golden = library("golden");
const scratch = scratchFolder();
const ofP1 = ["--lose", "P1", "--hours", "96", "--horizon", "240"];

describe("analyse", () => {
  it.each(catalogue.map(({ id, title, question }) => [id, title, question]))(
    "%s has a help of its own",
    async (id, title, question) => {
      const { code, stdout } = await call(["analyse", id, "--help"]);
      expect(code).toBe(0);
      expect(stdout.replaceAll(/\s+/g, " ")).toContain(question);
      expect(stdout).toContain(`Example:\n  knockon analyse ${id} golden`);
      expect((await call(["analyse", "--help"])).stdout.replaceAll(/\s+/g, " ")).toContain(
        `${id} [options] <dataset> ${title}`,
      );
    },
  );

  it.each([[["run", ...ofP1]], [["rank", "--hours", "96", "--limit", "3"]]])(
    "gives what the command of the same name gives: %j",
    async ([id = "", ...words]) => {
      const { stdout } = await call(["analyse", id, golden, ...words, "--json"]);
      const asRank = words.map((word) => (word === "--horizon-hours" ? "--horizon" : word));
      expect(stdout).toBe((await call([id, golden, ...asRank, "--json"])).stdout);
    },
  );

  it("compares, with parameters within parameters", async () => {
    const words = ["analyse", "compare", golden, "--set", "scan.hours=96", "--overlay", "second-exchange"];
    expect(await callJson(words)).toMatchObject({ kind: "compare", of: "rank", before: { hours: 96 } });
    expect((await call(words)).stdout).toMatch(/Single-failure|protection priority/i);
  });
});

describe("parameters on the command line", () => {
  const ask = (...words: string[]) => callJson(["analyse", "rank", golden, ...words]);

  beforeAll(() => writeFile(scratch("parameters.json"), JSON.stringify({ hours: 12, limit: 2 })));

  it("come from a file, from JSON, from options and from --set, the later before the earlier", async () => {
    expect(await ask("--parameters", scratch("parameters.json"))).toMatchObject({ hours: 12, rows: { length: 2 } });
    expect(await ask("--parameters", '{"hours":13}')).toMatchObject({ hours: 13 });
    expect(await ask("--parameters", '{"hours":13}', "--hours", "14")).toMatchObject({ hours: 14 });
    expect(await ask("--hours", "14", "--set", "hours=15", "--set", "by=personHours")).toMatchObject({
      hours: 15,
      by: "personHours",
    });
  });

  it("are drawn from the schema: numbers, words, yes and no", async () => {
    const words = ["analyse", "trials", golden, ...ofP1, "--trials", "30", "--seed", "7", "--no-draw-repair"];
    expect(await callJson(words)).toMatchObject({ kind: "trials", trials: 30, seed: 7, drawRepair: false });
  });

  it.each([
    [["rank", golden, "--limit", "0"], "--limit must be at least 1"],
    [["rank", golden, "--limit", "1.5"], "--limit must be a whole number"],
    [["rank", golden, "--hours", "-3"], "--hours must be above 0"],
    [["rank", golden, "--set", "beauty=1"], "--beauty no such parameter; there is hours"],
    [["rank", golden, "--set", "hours"], "give name=value"],
    [["rank", golden, "--set", "=3"], "give name=value"],
    [["rank", golden, "--set", "__proto__=3"], "no such parameter"],
    [["rank", golden, "--parameters", "{"], "neither a file nor JSON"],
    [["compare", golden, "--set", "scan.limit=3"], "--scan.limit no such parameter"],
    [["trials", golden, ...ofP1, "--trials", "1000001"], "--trials must be at most 1000000"],
    [["trials", golden, ...ofP1, "--set", "confidence=1.2"], "--confidence must be at most"],
  ])("%j is a wrong usage", async (words, text) => {
    const { code, stdout, stderr } = await call(["analyse", ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("error USAGE_PARAMETER");
    expect(stderr).toContain(text);
  });

  it.each([
    [["percolation", golden], "USAGE_UNKNOWN_COMMAND"],
    [["rank"], "USAGE_MISSING_ARGUMENT"],
    [["rank", golden, "--beauty", "1"], "USAGE_UNKNOWN_OPTION"],
    [["rank", golden, "--by", "beauty"], "USAGE_INVALID_ARGUMENT"],
    [["rank", golden, "--hours", "0x10"], "USAGE_INVALID_ARGUMENT"],
    [["run", golden], "USAGE_LOSS_MISSING"],
    [["run", golden, "--lose", "P1", "--scenario", "gc-1"], "USAGE_CONFLICTING_OPTION"],
  ])("%j ends with %s", async (words, code) => {
    const answer = await call(["analyse", ...words]);
    expect(answer).toMatchObject({ code: 2, stdout: "" });
    expect(answer.stderr).toContain(`error ${code}`);
  });

  it.each([
    ['{"hours":-1,"beauty":3}', ["/hours", "must be above 0", "/beauty", "no such parameter"]],
    ["[]", ["must be an object"]],
  ])("a document of %s is a wrong input", async (document, texts) => {
    const { code, stdout, stderr } = await call(["analyse", "rank", golden, "--parameters", document]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    for (const text of ["ANALYSIS_PARAMETER", ...texts]) expect(stderr).toContain(text);
  });

  it("tells what the dataset does not have as a wrong input", async () => {
    const answer = await call(["analyse", "run", golden, "--lose", "NOBODY"]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("NOBODY");
  });
});
