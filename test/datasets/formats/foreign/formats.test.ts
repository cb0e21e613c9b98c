import { describe, expect, it } from "vitest";
import { type Dataset, datasetHash } from "../../../../analyzer/index.ts";
import { foreignFormats, guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { readDataset } from "../../../../datasets/formats/index.ts";
import { openPath } from "../../../../datasets/open-path.ts";
import { filesOf, readDamaged, roundTrip } from "../../../support/foreign-formats.ts";

const golden = ["golden", "golden-network", "golden-loop", "golden-zones"] as const;
const damages = 500;

async function goldenDataset(name: (typeof golden)[number]): Promise<Dataset> {
  const { dataset, issues } = await readDataset(await openPath(`datasets/library/${name}`));
  if (dataset === null) throw new Error(JSON.stringify(issues));
  return dataset;
}

const both = foreignFormats.filter(({ read, write }) => read !== null && write !== null);

describe.each(both)("$title", (format) => {
  it.each(golden)("keeps every field of %s, or lists those lost", async (name) => {
    const dataset = await goldenDataset(name);
    const { written, outcome } = await roundTrip(format, dataset);
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    if (written.lost.length === 0) expect(datasetHash(outcome.dataset ?? dataset)).toBe(datasetHash(dataset));
    else expect(withoutLost(outcome.dataset, written.lost)).toEqual(withoutLost(dataset, written.lost));
  });

  it("gives the same bytes again", async () => {
    const dataset = await goldenDataset("golden");
    expect(await format.write?.(dataset)).toEqual(await format.write?.(structuredClone(dataset)));
  });

  it("is known by its files", async () => {
    const { files } = (await format.write?.(await goldenDataset("golden"))) ?? { files: new Map<string, string>() };
    expect((await guessFormats(filesOf("upload", files)))[0]?.format.id).toBe(format.id);
  });

  it(`refuses damaged files with a place and never breaks, ${damages} times`, async () => {
    const { files } = (await format.write?.(await goldenDataset("golden"))) ?? { files: new Map<string, string>() };
    const { refused, unplaced } = await readDamaged(format, files, damages);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  }, 120_000);
});

/** A dataset without the columns that were told to be lost. */
function withoutLost(
  dataset: Dataset | null,
  lost: readonly { readonly table: string; readonly column: string }[],
): object {
  const plain: Record<string, unknown> = JSON.parse(JSON.stringify(dataset));
  for (const { table, column } of lost) {
    if (table === "dataset") {
      delete (plain["description"] as Record<string, unknown>)[column];
      continue;
    }
    const name = column.replace(/_(.)/gu, (_, letter: string) => letter.toUpperCase());
    for (const row of plain[table] as Record<string, unknown>[]) delete row[name];
  }
  return plain;
}
