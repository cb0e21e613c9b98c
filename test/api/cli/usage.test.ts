import { createServer } from "node:net";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../analyzer/index.ts";
import { call, callJson, library, scratchFolder } from "./call.ts";

const scratch = scratchFolder();
const golden = library("golden");
const names = [
  "check",
  "import",
  "adopt",
  "datasets",
  "show",
  "export",
  "remove",
  "edit",
  "undo",
  "redo",
  "history",
  "changes",
  "run",
  "rank",
  "compare",
  "analyses",
  "analyse",
  "annotate",
  "runs",
  "replay",
  "diff",
  "build",
  "serve",
];

describe("the help", () => {
  it("lists every command", async () => {
    const { code, stdout } = await call(["--help"]);
    expect(code).toBe(0);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  it.each(names)("of %s has an example", async (name) => {
    const { code, stdout, stderr } = await call([name, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`Example:\n  knockon ${name}`));
  });

  it("says the version", async () => {
    expect((await call(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("never speaks of targets", async () => {
    const texts = await Promise.all(names.map(async (name) => (await call([name, "--help"])).stdout));
    expect(texts.join("\n")).not.toMatch(/target/i);
  });
});

describe("a wrong usage ends with 2 and a hint", () => {
  it.each([
    [[], "USAGE_COMMAND_MISSING"],
    [["frobnicate"], "USAGE_UNKNOWN_COMMAND"],
    [["run"], "USAGE_MISSING_ARGUMENT"],
    [["run", golden, "--colour"], "USAGE_UNKNOWN_OPTION"],
    [["run", golden, "more"], "USAGE_EXCESS_ARGUMENTS"],
    [["run", golden, "--lose", "P1", "--horizon", "-1"], "USAGE_INVALID_ARGUMENT"],
    [["run", golden, "--lose", "P1", "--hours", "0x10"], "USAGE_INVALID_ARGUMENT"],
    [["run", golden, "--lose", "P1", "--scenario", "gc-1"], "USAGE_CONFLICTING_OPTION"],
    [["run", golden, "--lose", "P1", "--disrupted-below", "2"], "USAGE_INVALID_ARGUMENT"],
    [["rank", golden, "--by", "beauty"], "USAGE_INVALID_ARGUMENT"],
    [["rank", golden, "--limit", "0"], "USAGE_INVALID_ARGUMENT"],
    [["runs", "--limit", "0"], "USAGE_INVALID_ARGUMENT"],
    [["runs", "golden", "more"], "USAGE_EXCESS_ARGUMENTS"],
    [["runs", "prune", "--keep", "1.5"], "USAGE_INVALID_ARGUMENT"],
    [["runs", "prune", "--keep", "1", "--older-than", "2"], "USAGE_CONFLICTING_OPTION"],
    [["runs", "show"], "USAGE_MISSING_ARGUMENT"],
    [["diff", "a"], "USAGE_MISSING_ARGUMENT"],
    [["export", golden, "--format", "xls", "--out", "x"], "USAGE_INVALID_ARGUMENT"],
    [["export", golden, "--format", "folder"], "USAGE_MISSING_MANDATORY_OPTION_VALUE"],
  ] as const)("%j", async (words, code) => {
    const answer = await call(words);
    expect(answer).toMatchObject({ code: 2, stdout: "" });
    expect(answer.stderr).toContain(`error ${code}`);
    expect(answer.stderr).toContain("--help");
  });

  it.each([
    [["run", golden], "USAGE_LOSS_MISSING"],
    [["run", golden, "--lose", "P1,,S1"], "USAGE_LOSS_MISSING"],
    [["compare", golden, "--scenario", "gc-1"], "USAGE_OVERLAY_MISSING"],
    [["runs", "prune"], "USAGE_RULE_MISSING"],
    [["build", "moon", "--out", "x"], "USAGE_RECIPE_UNKNOWN"],
    [["build", "europe-open", "--out", scratch("x")], "RECIPE_FROM_MISSING"],
    [["export", golden, "--format", "folder", "--out", golden], "OUT_EXISTS"],
    [["datasets", "--store", "oracle:x"], "STORE_BAD_ADDRESS"],
    [["serve", "--port", "many"], "SETTING_BAD_PORT"],
    [["serve", "--host", "0.0.0.0"], "SERVE_HOST_NOT_LOOPBACK"],
  ] as const)("%j", async (words, code) => {
    const answer = await call(words);
    expect(answer).toMatchObject({ code: 2, stdout: "" });
    expect(answer.stderr).toContain(`error ${code}`);
  });
});

describe("a failure of the outside ends with 3", () => {
  it("store unreachable", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    server.close();
    await once(server, "close");
    const answer = await call(["datasets", "--store", `bolt://127.0.0.1:${address.port}`], {
      environment: { KNOCKON_NEO4J_PASSWORD: "any" },
    });
    expect(answer).toMatchObject({ code: 3, stdout: "" });
    expect(answer.stderr).toContain("error STORE_UNREACHABLE");
  }, 60_000);

  it("a file that is no database, and stays as it is", async () => {
    await writeFile(scratch("notes.db"), "These are my notes. ".repeat(100));
    const answer = await call(["import", golden, "--store", `sqlite:${scratch("notes.db")}`]);
    expect(answer).toMatchObject({ code: 3, stdout: "" });
    expect(answer.stderr).toContain("error STORE_NOT_A_DATABASE");
  });

  it("port in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const store = `sqlite:${scratch("serve.db")}`;
    const answer = await call(["serve", "--port", String(address.port), "--store", store]);
    server.close();
    expect(answer.code).toBe(3);
    expect(answer.stderr).toContain("error SERVE_PORT_IN_USE");
  }, 60_000);
});

describe("analyses", () => {
  it("is the catalogue", async () => {
    const { analyses } = (await callJson(["analyses"])) as { readonly analyses: readonly { readonly id: string }[] };
    expect(analyses.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    const { stdout } = await call(["analyses"]);
    expect(stdout).toContain("If this fails, what fails next");
    expect(stdout).not.toContain("takes");
  });

  it("says for a dataset what each would take", async () => {
    const { analyses } = (await callJson(["analyses", golden])) as {
      readonly analyses: readonly { readonly estimate: number }[];
    };
    for (const { estimate } of analyses) expect(estimate).toBeGreaterThanOrEqual(0);
    expect((await call(["analyses", golden])).stdout).toMatch(/takes {4}less than 1 s on one core/);
    expect((await call(["analyses", "nowhere"])).code).toBe(1);
  });
});
