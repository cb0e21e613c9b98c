import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasErrors } from "../../../analyzer/index.ts";
import { fileSetFromBytes, readDataset, writeBundle } from "../../../datasets/formats/index.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { encode, filesOf, soundFolder, zipOf } from "../../support/rows-as-files.ts";

const prototypeNames = Object.getOwnPropertyNames(Object.prototype);

/** Pieces that have broken readers before, as text. */
const piece = fc.constantFrom(
  '"',
  '""',
  ..."\n|\r|\r\n|\0|\ufeff|\u202e|é|💥|__proto__|constructor|,|:|#|{|}|[|]|null|1e999|-0|NaN|@|@electricity|=1|x_|\\ud800".split(
    "|",
  ),
  "|",
);
const spoilt = fc.record({
  file: fc.constantFrom("dataset.json", "assets.csv", "dependencies.csv"),
  at: fc.nat({ max: 400 }),
  cut: fc.nat({ max: 5 }),
  pieces: fc.array(piece, { maxLength: 4 }),
});

async function judge(files: Parameters<typeof readDataset>[0]): Promise<void> {
  const { dataset, issues } = await readDataset(files);
  expect(dataset === null).toBe(hasErrors(issues));
  for (const { code, text } of issues) expect(`${code} ${text}`).toMatch(/^[A-Z]+_[A-Z0-9_]+ .{10}/s);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeNames);
}

describe("hostile input is refused or read, and never breaks the reader", () => {
  it("files with pieces put in and cut out", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(spoilt, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 64 }),
        async (faults, chunk) => {
          const files = { ...soundFolder };
          for (const { file, at, cut, pieces } of faults) {
            const text = files[file] ?? "";
            const place = at % (text.length + 1);
            files[file] = text.slice(0, place) + pieces.join("") + text.slice(place + cut);
          }
          await judge(filesOf(files, chunk));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("bytes that are anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await judge(fileSetFromBytes("upload", bytes));
        await judge(filesOf({ ...soundFolder, "assets.csv": bytes }));
      }),
      { numRuns: 500 },
    );
  });

  it("bundles with any JSON value anywhere", async () => {
    const bundle = writeBundle(
      datasetOf({
        assets: [assetRow("A"), assetRow("B")],
        dependencies: [dependencyRow("A", "B")],
        connections: [connectionRow("A", "B")],
      }),
    );
    const paths = fc.constantFrom(
      '"made-up"',
      '"XA"',
      '"A"',
      '"electricity"',
      '"energy"',
      "[",
      '"1"',
      '"Test"',
      '"id"',
    );
    await fc.assert(
      fc.asyncProperty(paths, fc.json({ maxDepth: 3 }), async (from, value) => {
        await judge(fileSetFromBytes("b.json", encode(bundle.replace(from, value))));
      }),
      { numRuns: 500 },
    );
  });

  it("zips with bytes turned over", async () => {
    const zip = await zipOf(Object.entries(soundFolder));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: zip.length - 1 }), fc.nat({ max: 255 })), { maxLength: 4 }),
        async (faults) => {
          const bytes = Uint8Array.from(zip);
          for (const [at, value] of faults) bytes[at] = value;
          await judge(fileSetFromBytes("f.zip", bytes));
        },
      ),
      { numRuns: 400 },
    );
  });
});
