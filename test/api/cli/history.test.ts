import { writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { call, callJson, library, scratchFolder } from "./call.ts";

const scratch = scratchFolder();
const golden = library("golden");
const second = `${golden}/overlays/second-exchange.json`;

/** A new SQLite store that holds the golden dataset. */
async function storeWithGolden(name: string): Promise<{ readonly KNOCKON_STORE: string }> {
  const environment = { KNOCKON_STORE: `sqlite:${scratch(`${name}.db`)}` };
  await callJson(["import", golden, "--why", "as published"], { environment });
  return environment;
}

interface Listed {
  readonly revisions: readonly {
    readonly revision: number;
    readonly hash: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
}

interface Run {
  readonly dataset: { readonly revision: number };
}

describe("edit, undo, redo", () => {
  it("write revisions that history lists", async () => {
    const environment = await storeWithGolden("cycle");
    const edit = ["edit", "golden", "--overlay", "second-exchange", "--why", "built", "--expect", "1"];
    expect(await callJson(edit, { environment })).toMatchObject({ kind: "edit", changed: true, revision: 2 });
    expect(await callJson(["undo", "golden"], { environment })).toMatchObject({ revision: 3, restores: 1 });
    expect(await callJson(["redo", "golden", "--why", "after all"], { environment })).toMatchObject({
      kind: "redo",
      revision: 4,
      restores: 2,
    });
    const { revisions } = (await callJson(["history", "golden"], { environment })) as Listed;
    expect(revisions).toMatchObject([
      { revision: 1, kind: "import", why: "as published" },
      { revision: 2, kind: "edit", why: "built", counts: { assets: 11, dependencies: 15 } },
      { revision: 3, kind: "undo", restores: 1 },
      { revision: 4, kind: "redo", restores: 2, why: "after all", validTo: null },
    ]);
    expect(revisions[2]?.hash).toBe(revisions[0]?.hash);
    expect(revisions[3]?.hash).toBe(revisions[1]?.hash);
    for (const [at, { validTo }] of revisions.entries()) expect(validTo).toBe(revisions[at + 1]?.validFrom ?? null);
    const { stdout } = await call(["history", "golden"], { environment });
    expect(stdout).toMatch(/^ +3 +undo to 1 .* 10 +13 +0 +[\da-f]{12}$/m);
    expect(stdout).toMatch(/^ +4 +redo to 2 .* now +11 +15 +0 +[\da-f]{12} +after all$/m);
  });

  it("speak to people", async () => {
    const environment = await storeWithGolden("people");
    const edit = ["edit", "golden", "--overlay", second];
    expect((await call(edit, { environment })).stdout).toContain("golden: edited as revision 2");
    expect((await call(["undo", "golden"], { environment })).stdout).toContain(
      "revision 3 holds again what revision 1 held",
    );
    await writeFile(scratch("nothing.json"), JSON.stringify({ id: "nothing", title: "Nothing" }));
    const nothing = ["edit", "golden", "--overlay", scratch("nothing.json")];
    expect((await call(nothing, { environment })).stdout).toContain("changes nothing; it stays revision 3");
  });
});

describe("changes and --as-of", () => {
  let environment: { readonly KNOCKON_STORE: string };
  beforeAll(async () => {
    environment = await storeWithGolden("past");
    await callJson(["edit", "golden", "--overlay", second], { environment });
  });

  it("changes counts and lists what an edit did", async () => {
    expect(await callJson(["changes", "golden", "1"], { environment })).toMatchObject({
      kind: "changes",
      dataset: { id: "golden" },
      from: { revision: 1 },
      to: { revision: 2, kind: "edit" },
      description: [],
      counts: {
        assets: { added: 1, removed: 0, changed: 0 },
        dependencies: { added: 2, removed: 0, changed: 1 },
        connections: { added: 0, removed: 0, changed: 0 },
      },
      sectors: [{ sector: "digital" }, { sector: "finance" }],
      assets: { added: [{ id: "T2" }] },
      dependencies: {
        added: [{ id: "B1-needs-T2" }, { id: "T2-needs-S2" }],
        changed: [{ id: "B1-needs-T1", attributes: [{ name: "group", after: "telecom" }] }],
      },
    });
    const { stdout } = await call(["changes", "golden", "2", "1"], { environment });
    expect(stdout).toMatch(/^golden: from revision 2 \(edit by .*\) to revision 1 \(import by /);
    expect(stdout).toMatch(/^digital +-1 +-1$/m);
    expect(stdout).toMatch(/^T2 +Berenza telecom exchange, telecom exchange \(digital\), XB$/m);
    expect(stdout).toMatch(/^B1-needs-T1 +group +telecom +/m);
  });

  it("commands answer as of a past revision or time", async () => {
    const { revisions } = (await callJson(["history", "golden"], { environment })) as Listed;
    const show = (asOf: string) => callJson(["show", "golden", "--as-of", asOf], { environment });
    expect(await show("1")).toMatchObject({ revision: 1, counts: { assets: 10 }, hash: revisions[0]?.hash });
    expect(await show(revisions[0]?.validFrom ?? "")).toMatchObject({ revision: 1 });
    expect(await show("2099-01-01")).toMatchObject({ revision: 2, counts: { assets: 11 } });
    expect((await call(["show", "golden", "--as-of", "1"], { environment })).stdout).toMatch(/^revision +1$/m);
    const lose = ["golden", "--lose", "P1", "--hours", "96", "--horizon", "240"];
    const folder = (await callJson(["run", golden, ...lose.slice(1)])) as { readonly resultHash: string };
    const { resultHash } = folder;
    expect(await callJson(["run", ...lose, "--as-of", "1"], { environment })).toMatchObject({ resultHash });
    expect(await callJson(["run", ...lose], { environment })).not.toMatchObject({ resultHash });
    expect(await callJson(["analyse", "run", ...lose, "--as-of", "1"], { environment })).toMatchObject({ resultHash });
    const { runs } = (await callJson(["runs", "golden"], { environment })) as { readonly runs: readonly Run[] };
    expect(runs.map(({ dataset }) => dataset.revision).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
    const rank = ["rank", "golden", "--hours", "96", "--limit", "20", "--as-of"];
    const ranked = (await callJson([...rank, "1"], { environment })) as { readonly rows: readonly object[] };
    expect(ranked.rows).toHaveLength(10);
    const compare = ["compare", "golden", "--overlay", "second-exchange", "--scenario", "gc-1", "--as-of"];
    expect(await callJson([...compare, "1"], { environment })).toMatchObject({ kind: "compare" });
    expect((await call([...compare, "2"], { environment })).stderr).toContain("OVERLAY_DUPLICATE_ID");
    expect(await callJson(["check", "golden", "--as-of", "1"], { environment })).toMatchObject({
      counts: { assets: 10, dependencies: 13, connections: 0, states: 3, sectors: 7 },
    });
    const out = scratch("as-it-was");
    await callJson(["export", "golden", "--format", "folder", "--out", out, "--as-of", "1"], { environment });
    expect(await callJson(["import", out, "--dry-run"])).toMatchObject({ dataset: { hash: revisions[0]?.hash } });
  });

  it.each([
    [["show", "golden", "--as-of", "3"], 1, "REVISION_UNKNOWN"],
    [["show", "golden", "--as-of", "1999-12-31"], 1, "AS_OF_BEFORE_FIRST"],
    [["show", "golden", "--as-of", "last week"], 2, "AS_OF_INVALID"],
    [["show", "golden", "--as-of", "2026-02-30"], 2, "AS_OF_INVALID"],
    [["show", golden, "--as-of", "1"], 1, "STORE_NOT_FOUND"],
    [["changes", "golden", "1", "9"], 1, "REVISION_UNKNOWN"],
    [["changes", "nothing", "1"], 1, "STORE_NOT_FOUND"],
    [["history", "nothing"], 1, "STORE_NOT_FOUND"],
    [["undo", "nothing"], 1, "STORE_NOT_FOUND"],
    [["redo", "golden"], 1, "REDO_NOTHING"],
    [["undo", "golden", "--expect", "1"], 1, "REVISION_STALE"],
    [["undo", "golden", "--expect", "-1"], 2, "USAGE_INVALID_ARGUMENT"],
    [["edit", "nothing", "--overlay", second], 1, "STORE_NOT_FOUND"],
    [["edit", "golden"], 2, "USAGE_MISSING_MANDATORY_OPTION_VALUE"],
    [["edit", "golden", "--overlay", second], 1, "OVERLAY_DUPLICATE_ID"],
    [["edit", "golden", "--overlay", scratch("missing.json")], 1, "FILE"],
    [["import", golden, "--expect", "0"], 1, "REVISION_STALE"],
  ] as const)("%j ends with %i and %s, and writes nothing", async (words, code, problem) => {
    const answer = await call(words, { environment });
    expect(answer.stderr).toContain(`error ${problem}`);
    expect(answer).toMatchObject({ code, stdout: "" });
    expect(await callJson(["datasets"], { environment })).toMatchObject({ datasets: [{ revision: 2 }] });
  });

  it("a stale edit is told what changed, and whether it is the same rows", async () => {
    const change = { id: "mine", title: "Mine", change: [{ id: "B1-needs-T1", buffer_hours: 2 }] };
    await writeFile(scratch("mine.json"), JSON.stringify(change));
    const edit = ["edit", "golden", "--overlay", scratch("mine.json"), "--expect", "1"];
    const { code, stderr } = await call(edit, { environment });
    expect(code).toBe(1);
    expect(stderr).toContain("was seen at revision 1 and is at revision 2");
    expect(stderr).toMatch(/Written since: 2, edit by \S+ at \S+ \(GC-2: a second telecom exchange/);
    expect(stderr).toContain(
      "Changed since: 1 of assets (T2), 3 of dependencies (B1-needs-T1, B1-needs-T2, T2-needs-S2)",
    );
    expect(stderr).toContain("The edit touches the same rows: 1 of dependencies (B1-needs-T1)");
  });
});
