import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import type { CsvRecord } from "../../../../datasets/formats/csv-records.ts";
import { cellBlocks } from "../../../../datasets/formats/csv/cell-blocks.ts";
import { CsvMemory } from "../../../../datasets/formats/csv/csv-memory.ts";
import { decodeText } from "../../../../datasets/formats/decode-text.ts";
import { ReadError } from "../../../../datasets/formats/read-error.ts";
import { plainCsvRecords } from "../../../support/plain-csv-records.ts";

const file = "t.csv";
/** One for all texts, so that what one of them leaves behind would show in the next. */
const memory = new CsvMemory();

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Read {
  readonly records: readonly CsvRecord[];
  readonly fault: { readonly code: string; readonly row: number | null } | null;
}

/** All that was read before the end or the fault. */
async function readAll(records: AsyncIterable<CsvRecord>): Promise<Read> {
  const found: CsvRecord[] = [];
  try {
    for await (const { row, cells } of records) found.push({ row, cells });
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { records: found, fault: { code: error.issue.code, row: error.issue.row } };
  }
  return { records: found, fault: null };
}

async function* recordsOf(blocks: ReturnType<typeof cellBlocks>): AsyncGenerator<CsvRecord> {
  for await (const block of blocks)
    for (let row = 0; row < block.rowCount; row += 1) yield { row: block.rowLine[row]!, cells: block.rowTexts(row) };
}

/** What CSV is made of, and what breaks it. */
const piece = fc.constantFrom(
  ",",
  ",",
  ";",
  '"',
  '""',
  '"a"',
  '"a,b"',
  '"a\nb"',
  '"a\r\nb"',
  '"say ""no"""',
  '"\r"',
  '","',
  "\n",
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  "a",
  "bc",
  " ",
  "\t",
  "'=1",
  "'",
  "=1",
  "é",
  "💥",
  "\u2028",
  "x".repeat(30),
  "-1.5",
  "\ufeff",
  "|",
);
const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
const marks = fc.constantFrom([",", '"'] as const, [";", '"'] as const, ["|", "'"] as const, ["\t", '"'] as const);
/** How a text reaches the reader, and what separates and encloses its cells. */
const cuts = fc.record({ size: fc.integer({ min: 1, max: 20 }), block: fc.integer({ min: 1, max: 60 }), marks });
type Cut = typeof cuts extends fc.Arbitrary<infer Value> ? Value : never;

function both(
  bytes: Uint8Array,
  { size, block, recordBytes = defaultCaps.recordBytes, marks: [delimiter, quote] }: Cut & { recordBytes?: number },
) {
  const caps = { ...defaultCaps, recordBytes };
  const bytewise = { delimiter: delimiter.charCodeAt(0), quote: quote.charCodeAt(0) };
  const text = decodeText(inChunks(bytes, size), file, caps.fileBytes);
  return Promise.all([
    readAll(recordsOf(cellBlocks(inChunks(bytes, size), file, caps, memory, bytewise, block))),
    readAll(plainCsvRecords(text, file, caps, delimiter, quote)),
  ]);
}

describe("cellBlocks", () => {
  it("gives the rows, lines and faults of csv-parse, whatever the text and its chunks", async () => {
    await fc.assert(
      fc.asyncProperty(texts, cuts, async (text, cut) => {
        const [ours, plain] = await both(Buffer.from(text), cut);
        expect(ours).toEqual(plain);
      }),
      { numRuns: 4000 },
    );
  });

  it("does so where most of a text is plain and little of it is not", async () => {
    // Plain texts are looked at by 64 bytes at a time.
    const plainPiece = fc.constantFrom("a,b,c\n", "Ångström,1.5,", "x".repeat(50), ",,,,,,,,,,,,", "\n");
    const parts = fc.array(fc.oneof({ weight: 12, arbitrary: plainPiece }, { weight: 1, arbitrary: piece }), {
      maxLength: 60,
      size: "max",
    });
    const recordBytes = fc.constantFrom(100, defaultCaps.recordBytes);
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 60, max: 600 }), recordBytes, async (pieces, block, most) => {
        const cut = { size: 100, block, recordBytes: most, marks: [",", '"'] as const };
        const [ours, plain] = await both(Buffer.from(pieces.join("")), cut);
        expect(ours).toEqual(plain);
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses rows that are too long where csv-parse does", async () => {
    await fc.assert(
      fc.asyncProperty(texts, cuts, fc.integer({ min: 1, max: 40 }), async (text, cut, recordBytes) => {
        const [ours, plain] = await both(Buffer.from(text), { ...cut, recordBytes });
        expect(ours).toEqual(plain);
      }),
      { numRuns: 4000 },
    );
  });

  it("gives the rows before bytes that are no text, and says where these are", async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n"1\n",2\n'), Buffer.from([0xff]), Buffer.from("\n3,4\n")]);
    const ours = await readAll(recordsOf(cellBlocks(inChunks(bytes, 11), file, defaultCaps, memory)));
    expect(ours).toEqual({
      records: [
        { row: 1, cells: ["a", "b"] },
        { row: 2, cells: ["1\n", "2"] },
      ],
      fault: { code: "FILE_NOT_UTF8", row: 4 },
    });
  });

  it("says in which row bytes are that are no text, whatever the chunks", async () => {
    const lines = fc.array(fc.constantFrom("a,b\n", "a,b\r\n", '"1\n2","\r\n"\n', "\n", "Å,💥\n"), { maxLength: 40 });
    const broken = fc.constantFrom(
      { code: "FILE_NOT_UTF8", bytes: [0xff] },
      { code: "FILE_BINARY", bytes: [0] },
      // Begun and not gone on with.
      { code: "FILE_NOT_UTF8", bytes: [0xe2, 0x82] },
    );
    await fc.assert(
      fc.asyncProperty(lines, lines, broken, cuts, async (before, after, { code, bytes }, { size, block }) => {
        const head = `x,y\n${before.join("")}`;
        const whole = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(after.join(""))]);
        const chunks = inChunks(whole, size);
        const { fault } = await readAll(recordsOf(cellBlocks(chunks, file, defaultCaps, memory, undefined, block)));
        expect(fault).toEqual({ code, row: head.split("\n").length });
      }),
      { numRuns: 2000 },
    );
  });

  it("looks at a row that never ends a few times and not for each chunk", async () => {
    const bytes = Buffer.alloc(1 << 22, ",");
    const ours = await readAll(recordsOf(cellBlocks(inChunks(bytes, 1 << 12), file, defaultCaps, memory)));
    expect(ours.records.map(({ cells }) => cells.length)).toEqual([bytes.length + 1]);
  });
});
