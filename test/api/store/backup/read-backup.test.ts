import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BackupError } from "../../../../api/store/backup/backup-error.ts";
import { readBackup } from "../../../../api/store/backup/read-backup.ts";
import { MemoryStore } from "../../../../api/store/memory.ts";
import { backupOf } from "../../../support/backup-bytes.ts";
import { fillStore } from "../../../support/filled-store.ts";
import { SeededRandom } from "../../../support/seeded-random.ts";

let folder: string;
let bytes: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "knockon-backup-"));
  const store = new MemoryStore();
  await fillStore(store);
  bytes = Buffer.from(await backupOf(store));
});
afterAll(() => rm(folder, { recursive: true }));

/** Reads a file of these bytes to its end and gives the names in it. */
async function read(content: Uint8Array | string): Promise<string[]> {
  const path = join(folder, "file");
  await writeFile(path, content);
  const names: string[] = [];
  for await (const { entry } of readBackup(path)) names.push(`${entry.kind} ${entry.id}`);
  return names;
}

/** The code of the refusal, or "accepted". */
async function refusal(content: Uint8Array | string): Promise<string> {
  try {
    await read(content);
    return "accepted";
  } catch (error) {
    if (error instanceof BackupError) return error.code;
    throw error;
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The lines of a file that was made by hand, with hashes that fit: of its entries and of the whole. */
function forged(
  entries: readonly string[][],
  heading = `{"format":{"engine":"1","name":"knockon-backup","version":1}}`,
): string {
  const body = entries.map((lines) => {
    const text = lines.map((line) => `${line}\n`).join("");
    return `${text}{"end":"${sha256(text)}"}\n`;
  });
  const all = `${heading}\n${body.join("")}`;
  const datasets = entries.filter(([first]) => first?.startsWith('{"dataset"')).length;
  return `${all}{"backup":{"datasets":${datasets},"runs":${entries.length - datasets},"sha256":"${sha256(all)}"}}\n`;
}

describe("reading a backup", () => {
  it("gives every entry of a whole file, datasets first, each kind by id", async () => {
    expect(await read(bytes)).toEqual([
      "dataset golden",
      "dataset sample",
      "run a",
      "run run-of-the-first",
      "run run-of-the-last",
    ]);
    expect(await read(forged([['{"run":"r"}', '{"record":{"id":"r"}}']]))).toEqual(["run r"]);
    expect(await read(forged([]))).toEqual([]);
  });

  it("notices 1,000 of 1,000 flipped bits", async () => {
    const random = new SeededRandom(20_251_128);
    const unnoticed: number[] = [];
    for (let trial = 0; trial < 1_000; trial += 1) {
      const bit = random.below(bytes.length * 8);
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      if ((await refusal(flipped)) === "accepted") unnoticed.push(bit);
    }
    console.info(`bit flips noticed: ${1_000 - unnoticed.length} of 1,000 in ${bytes.length} bytes`);
    expect(unnoticed).toEqual([]);
  }, 120_000);

  it("notices every flipped bit of the first and the last line", async () => {
    const first = bytes.indexOf(10);
    const last = bytes.lastIndexOf(10, bytes.length - 2);
    const places = [...Array(first + 1).keys(), ...Array.from({ length: bytes.length - last }, (_, n) => last + n)];
    let noticed = 0;
    for (const place of places)
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = Buffer.from(bytes);
        flipped[place]! ^= 1 << bit;
        if ((await refusal(flipped)) !== "accepted") noticed += 1;
      }
    expect(noticed).toBe(places.length * 8);
  }, 120_000);

  it("notices a file that is cut short at any of 50 places, and one that goes on", async () => {
    const random = new SeededRandom(7);
    const lineEnds = [...bytes.keys()].filter((at) => bytes[at] === 10).slice(0, 10);
    const cuts = [0, bytes.length - 1, ...lineEnds.map((at) => at + 1)];
    while (cuts.length < 50) cuts.push(random.below(bytes.length));
    const codes = new Set<string>();
    for (const cut of cuts) codes.add(await refusal(bytes.subarray(0, cut)));
    expect([...codes].sort()).toEqual(["BACKUP_DAMAGED", "BACKUP_FORMAT"]);
    expect(await refusal(Buffer.concat([bytes, Buffer.from("\n")]))).toBe("BACKUP_DAMAGED");
    expect(await refusal(Buffer.concat([bytes, bytes]))).toBe("BACKUP_DAMAGED");
  });

  it("notices an entry that is missing, twice there or out of order", async () => {
    const lines = bytes.toString().split(/(?<=\n)/);
    const starts = lines.flatMap((line, at) => (/^\{"(dataset|run)":"/.test(line) ? [at] : []));
    const [one = 0, two = 0, three = 0] = starts;
    const [heading, first, second, rest] = [
      lines.slice(0, one),
      lines.slice(one, two),
      lines.slice(two, three),
      lines.slice(three),
    ];
    expect(await refusal([heading, first, second, rest].flat().join(""))).toBe("accepted");
    for (const parts of [
      [heading, second, rest],
      [heading, first, rest],
      [heading, second, first, rest],
      [heading, first, first, second, rest],
    ])
      expect(await refusal(parts.flat().join(""))).toBe("BACKUP_DAMAGED");
  });

  it("refuses other files and newer forms", async () => {
    for (const content of ["", "\n", "{}\n", "SQLite format 3\0", "x".repeat(100_000), '{"dataset":{"id":"a"}}\n'])
      expect(await refusal(content)).toBe("BACKUP_FORMAT");
    const newer = forged([], '{"format":{"engine":"9","name":"knockon-backup","version":2}}');
    expect(await refusal(newer)).toBe("BACKUP_VERSION");
    const missing = readBackup(join(folder, "missing")).next();
    await expect(missing).rejects.toMatchObject({ code: "BACKUP_UNREADABLE" });
    await expect(readBackup(folder).next()).rejects.toMatchObject({ code: "BACKUP_UNREADABLE" });
  });

  it.each([
    ["a path as the id of a dataset", [['{"dataset":"../../x"}', '{"description":{"id":"../../x"}}']]],
    ["a name that is not that of the content", [['{"run":"a"}', '{"record":{"id":"b"}}']]],
    ["a dataset without history", [['{"dataset":"x"}', '{"description":{"id":"x"}}']]],
    ["rows that are no rows", [['{"dataset":"x"}', '{"description":{"id":"x"}}', '{"assets":5}', '{"revision":{}}']]],
    ["a change that is none", [['{"dataset":"x"}', '{"description":{"id":"x"}}', '{"added":null}']]],
    ["what it does not know", [['{"run":"a"}', '{"record":{"id":"a"}}', '{"more":1}']]],
    ["spaces", [['{"run":"a"}', '{"record": {"id":"a"}}']]],
    ["keys in another order", [['{"run":"a"}', '{"record":{"id":"a","analysis":"run"}}']]],
    ["an id that is no text", [['{"run":5}', '{"record":{"id":5}}']]],
    ["two values on a line", [['{"run":"a"}', '{"record":{"id":"a"},"x":1}']]],
    ["values as deep as it can be", [['{"run":"a"}', `{"record":${"[".repeat(200_000)}${"]".repeat(200_000)}}`]]],
    ["a prototype", [['{"run":"a"}', '{"record":{"id":"a"}}', '{"__proto__":{"id":"a"}}']]],
  ])("refuses %s, however well it is hashed", async (_, entries) => {
    expect(await refusal(forged(entries))).toBe("BACKUP_DAMAGED");
    expect(Object.hasOwn(Object.prototype, "id")).toBe(false);
  });

  it("stops when it is told to", async () => {
    await writeFile(join(folder, "file"), bytes);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(readBackup(join(folder, "file"), { signal }).next()).rejects.toThrow("enough");
  });
});
