import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../api/store/open-store.ts";
import { fillStore } from "../../support/filled-store.ts";
import { call, callJson, scratchFolder } from "./call.ts";

const scratch = scratchFolder();

/** The URL of a new SQLite store, filled where asked. */
async function newStore(name: string, filled = false): Promise<string> {
  const url = `sqlite:${scratch(`${name}.db`)}`;
  const store = await openStore(url, {});
  if (filled) await fillStore(store);
  await store.close();
  return url;
}

interface Backup {
  readonly sha256: string;
}

describe("backup and restore", () => {
  it("bring everything into a new store, whose backup has the same bytes", async () => {
    const [from, to] = [await newStore("from", true), await newStore("to")];
    const file = scratch("one.knockon");
    const report = (await callJson(["backup", file, "--store", from])) as Backup;
    expect(report).toMatchObject({
      kind: "backup",
      file,
      bytes: (await stat(file)).size,
      datasets: [
        { id: "golden", revision: 2 },
        { id: "sample", revision: 4 },
      ],
      runs: 3,
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const dry = await call(["restore", file, "--store", to, "--dry-run"]);
    expect(dry.stdout).toContain(`is whole, sha256 ${report.sha256}`);
    expect(dry.stdout).toContain("nothing was written");
    expect(await callJson(["datasets", "--store", to])).toMatchObject({ datasets: [] });
    expect(await callJson(["restore", file, "--store", to])).toMatchObject({
      kind: "restore",
      dryRun: false,
      sha256: report.sha256,
      datasets: [
        { id: "golden", revisions: 2, changed: true },
        { id: "sample", revisions: 4, changed: true },
      ],
      runs: { changed: 3, unchanged: 0 },
    });
    const other = scratch("two.knockon");
    expect((await call(["backup", other, "--store", to])).stdout).toContain(`sha256 ${report.sha256}`);
    expect(await readFile(other, "utf8")).toBe(await readFile(file, "utf8"));
    expect((await call(["restore", file, "--store", to])).stdout).toContain("nothing was written");
  });

  it("replace no file unless told to, and leave nothing beside it", async () => {
    const from = await newStore("kept", true);
    const file = scratch("kept.knockon");
    await writeFile(file, "precious");
    const refused = await call(["backup", file, "--store", from]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("error OUT_EXISTS");
    expect(await readFile(file, "utf8")).toBe("precious");
    expect((await call(["backup", file, "--store", from, "--force"])).code).toBe(0);
    expect((await readFile(file, "utf8")).startsWith('{"format":')).toBe(true);
    expect((await readdir(scratch(""))).filter((name) => name.startsWith(".knockon-"))).toEqual([]);
  });

  it("refuse a store that is in use, a file that is damaged, and a store that is not there", async () => {
    const from = await newStore("source", true);
    const file = scratch("source.knockon");
    await callJson(["backup", file, "--store", from]);
    const used = await newStore("used");
    await callJson(["import", "datasets/library/golden-loop", "--store", used]);
    const refused = await call(["restore", file, "--store", used]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(/error BACKUP_STORE_IN_USE .*holds dataset golden-loop/);
    await writeFile(scratch("cut.knockon"), (await readFile(file, "utf8")).slice(0, -10));
    const cut = await call(["restore", scratch("cut.knockon"), "--store", await newStore("empty")]);
    expect(cut).toMatchObject({ code: 1, stdout: "" });
    expect(cut.stderr).toContain("error BACKUP_DAMAGED");
    const typo = await call(["backup", scratch("typo.knockon"), "--store", `sqlite:${scratch("typo.db")}`]);
    expect(typo).toMatchObject({ code: 2, stdout: "" });
    expect(await readdir(scratch(""))).not.toContain("typo.db");
    expect((await call(["restore", scratch("nowhere.knockon")])).stderr).toContain("error BACKUP_UNREADABLE");
  });

  it("say what is kept where a restore is cancelled", async () => {
    const [from, to] = [await newStore("cancel-from", true), await newStore("cancel-to")];
    const file = scratch("cancel.knockon");
    await callJson(["backup", file, "--store", from]);
    const cancel = new AbortController();
    const answer = await call(["restore", file, "--store", to], {
      signal: cancel.signal,
      isTerminal: true,
      // Rows are told at the end of each dataset: the first one is then whole.
      onStderr: (text) => text.includes("rows written") && cancel.abort(new Error("cancelled")),
    });
    expect(answer).toMatchObject({ code: 130, stdout: "" });
    const { datasets } = (await callJson(["datasets", "--store", to])) as { datasets: object[] };
    expect(answer.stderr.includes("broken off")).toBe(datasets.length > 0);
    expect((await call(["restore", file, "--store", to])).code).toBe(0);
    await callJson(["backup", scratch("cancel-2.knockon"), "--store", to]);
    expect(await readFile(scratch("cancel-2.knockon"), "utf8")).toBe(await readFile(file, "utf8"));
  });
});

describe("copy", () => {
  it("copies to another store once, and says so", async () => {
    const [from, to] = [await newStore("copy-from", true), `sqlite:${scratch("copy-to.db")}`];
    const words = ["copy", "--from", from, "--to", to];
    expect((await call([...words, "--dry-run"])).stdout).toContain("sample: would be written");
    expect(await callJson(words)).toMatchObject({
      kind: "copy",
      datasets: [
        { id: "golden", changed: true },
        { id: "sample", changed: true },
      ],
      runs: { changed: 3, unchanged: 0 },
    });
    const again = await call(words);
    expect(again.stdout).toMatch(/^golden: there already, the same; 2 revisions, hash [0-9a-f]{64}$/m);
    expect(again.stdout).toContain("nothing was written");
  });

  it("copies the datasets named, and refuses what differs", async () => {
    const [from, to] = [await newStore("some-from", true), await newStore("some-to")];
    const words = ["copy", "--from", from, "--to", to];
    expect((await call([...words, "--dataset", "golden"])).code).toBe(0);
    await callJson(["import", "datasets/library/golden", "--store", to]);
    const refused = await call(words);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(/error COPY_DIFFERS .*dataset golden/);
    const { datasets } = (await callJson(["datasets", "--store", to])) as { datasets: object[] };
    expect(datasets).toHaveLength(1);
    expect((await call([...words, "--dataset", "sample"])).code).toBe(0);
    expect((await call([...words, "--dataset", "none"])).stderr).toContain("error STORE_NOT_FOUND");
  });
});
