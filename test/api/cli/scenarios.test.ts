import { describe, expect, it } from "vitest";
import { soundFolder } from "../../support/rows-as-files.ts";
import { call, callJson, library, scratchFolder, writeFiles } from "./call.ts";

const scratch = scratchFolder();

interface Listed {
  readonly kind: string;
  readonly dataset: string;
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    readonly cause?: string;
    readonly story?: { readonly text: string; readonly lookAt: string };
  }[];
}

describe("scenarios", () => {
  it("tells the story of each before it is played", async () => {
    const { code, stdout, stderr } = await call(["scenarios", "europe"]);
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(98);
    const told = stdout.replaceAll(/\s+/g, " ");
    expect(told).toContain("nice-grid-storm A storm takes down the grid around Nice: Monaco goes dark");
    expect(told).toContain("Monaco, which has no power plant, is dark at once.");
    expect(told).toContain("Look at: Monaco supply from Nice, the only line");
    expect(stderr).toContain("knockon run europe --scenario ID");
  });

  it("gives the same to programs", async () => {
    const { kind, dataset, scenarios } = (await callJson(["scenarios", library("europe")])) as Listed;
    expect([kind, dataset]).toEqual(["scenarios", "europe"]);
    expect(scenarios.length).toBeGreaterThanOrEqual(14);
    for (const { id, title, cause, story } of scenarios) {
      for (const text of [title, cause, story?.text, story?.lookAt]) expect(text, id).toBeTruthy();
    }
  });

  it("lists a scenario without a story by its title, and says that there is none", async () => {
    expect((await call(["scenarios", "golden"])).stdout).toContain("gc-1\n  GC-1: ");
    const folder = await writeFiles(scratch("none"), { ...soundFolder });
    expect((await call(["scenarios", folder])).stdout).toMatch(/^No scenario is kept with \S+\.\n$/);
  });

  it("says what is wrong with a file of stories, and lists the scenarios all the same", async () => {
    const folder = await writeFiles(scratch("bad"), {
      ...soundFolder,
      "stories.json": JSON.stringify({ stories: [{ scenario: "s", text: "" }] }),
      "scenarios/s.json": JSON.stringify({ id: "s", title: "Something stops" }),
    });
    const { code, stdout, stderr } = await call(["scenarios", folder]);
    expect(code).toBe(0);
    expect(stdout).toBe("s\n  Something stops\n\n");
    expect(stderr).toMatch(/note: \d+ warnings? about/);
    const checked = (await callJson(["check", folder])) as { readonly issues: readonly { readonly file: string }[] };
    expect(checked.issues.filter(({ file }) => file === "stories.json").length).toBeGreaterThan(0);
  });
});
