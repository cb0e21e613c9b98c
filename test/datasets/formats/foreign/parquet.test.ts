import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { type Caps, defaultCaps } from "../../../../datasets/formats/caps.ts";
import { chooseFormat } from "../../../../datasets/formats/foreign/choose-format.ts";
import { parquet } from "../../../../datasets/formats/foreign/parquet.ts";
import type { ReadOutcome } from "../../../../datasets/formats/read-dataset.ts";
import { filesOf, readFiles, roundTrip } from "../../../support/foreign-formats.ts";
import { asGrid, codesOf, told } from "../../../support/foreign-outcome.ts";
import { oddDataset } from "../../../support/odd-dataset.ts";
import {
  brotliPages,
  deltaByteArray,
  gzipSecondPages,
  plainPages,
  snappyFirstPages,
  zstandard,
} from "../../../support/parquet-excerpts.ts";

function read(bytes: Uint8Array | string, caps: Partial<Caps> = {}, path = "plants.parquet"): Promise<ReadOutcome> {
  const content = typeof bytes === "string" ? Buffer.from(bytes, "base64") : bytes;
  return readFiles(parquet, new Map([[path, content]]), { ...asGrid, caps: { ...defaultCaps, ...caps } });
}

const excerpts = { snappyFirstPages, gzipSecondPages, plainPages, brotliPages };

describe.each(Object.entries(excerpts))("a table as Arrow writes it (%s)", (_, bytes) => {
  it("is read, whatever its types", async () => {
    const outcome = await read(bytes);
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const rows = outcome.dataset?.assets.map(({ id, name, capacity, blackStart, extra }) => {
      return [id, name, capacity, blackStart, extra?.["x_ratio"]];
    });
    expect(rows).toEqual([
      ["1", "Nord", 0.1, true, undefined],
      ["2", "Süd", undefined, false, "1.5"],
      ["3", "3", 2.5, undefined, "2"],
      ["4", "Nord", 1_000_000, true, "3"],
      ["5", "Nord", 0.3, true, "4"],
      ["9007199254740993", "Süd", 7, true, "5"],
    ]);
    expect(outcome.dataset?.assets[0]?.extra).toEqual({
      x_since: "2020-01-02T03:04:05.000Z",
      x_day: "2020-01-02",
      x_price: "1.25",
    });
  });

  it("is read without its lists and structs, each told once", async () => {
    const outcome = await read(bytes);
    expect(told(outcome, "PARQUET_NESTED").map(({ column }) => column)).toEqual(["fuels", "box"]);
    expect(told(outcome, "VALUE_REPAIRED")).toMatchObject([{ row: 1, column: "ratio" }]);
  });

  it("is refused over a cap, before anything is built", async () => {
    expect(told(await read(bytes, { rows: 5 }), "ROWS_TOO_MANY")).toMatchObject([{ file: "plants.parquet" }]);
    expect(codesOf(await read(bytes, { columns: 9 }))).toContain("COLUMNS_TOO_MANY");
    expect(codesOf(await read(bytes, { fileBytes: 1000 }))).toContain("FILE_TOO_LARGE");
    expect(told(await read(bytes, { inflatedBytes: 40 }), "PARQUET_MALFORMED")[0]?.text).toContain("larger than");
  });
});

describe("Parquet that is refused", () => {
  it.each([
    ["another compression", zstandard, "ZSTD"],
    ["an encoding in which prefixes could swell", deltaByteArray, "DELTA_BYTE_ARRAY"],
  ])("%s", async (_, bytes, word) => {
    expect(told(await read(bytes), "PARQUET_NOT_READ")).toMatchObject([
      { file: "plants.parquet", column: "id", text: expect.stringContaining(word) },
    ]);
  });

  it.each([
    ["nothing", Buffer.alloc(0), "FILE_EMPTY"],
    ["text", Buffer.from("id,name\na,b\n"), "PARQUET_MALFORMED"],
    ["a start and an end alone", Buffer.from("PAR1\0\0\0\0PAR1"), "PARQUET_MALFORMED"],
    ["a description longer than the file", Buffer.from("PAR1\xff\xff\xff\x7fPAR1", "latin1"), "PARQUET_MALFORMED"],
    ["an encrypted one", Buffer.from("PARE\0\0\0\0PARE"), "PARQUET_MALFORMED"],
  ])("%s", async (_, bytes, code) => {
    expect(told(await read(bytes), code)).toMatchObject([{ file: "plants.parquet" }]);
  });

  it("a column of ours that holds lists", async () => {
    const data = [["electricity"], ["gas"]];
    const schema = [
      { name: "root", num_children: 2 },
      { name: "id", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      { name: "produces", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
    ] as const;
    const columnData = [
      { name: "id", data: ["a", "b"] },
      { name: "produces", data },
    ];
    const outcome = await read(new Uint8Array(parquetWriteBuffer({ columnData, schema: [...schema] })));
    expect(told(outcome, "CELL_NOT_TEXT")).toMatchObject([{ column: "produces" }]);
  });

  it("two columns of one name", async () => {
    const column = { name: "id", data: ["a"] };
    const outcome = await read(new Uint8Array(parquetWriteBuffer({ columnData: [column, column] })));
    expect(codesOf(outcome)).toContain("HEADER_REPEATED");
  });
});

describe("pages that lie", () => {
  const data = Array.from({ length: 400 }, (_, at) => `value ${(at * 7) % 40}`);

  /** A table of one column, whose second page (the first holds the words) is changed before it is compressed. */
  function lying(change: (page: Uint8Array) => Uint8Array): Uint8Array {
    let pages = 0;
    const compress = (page: Uint8Array): Uint8Array => {
      pages += 1;
      return gzipSync(pages === 2 ? change(page) : page);
    };
    const columnData = [{ name: "id", data, type: "STRING" } as const];
    return new Uint8Array(parquetWriteBuffer({ columnData, codec: "GZIP", compressors: { GZIP: compress } }));
  }

  function starting(...start: readonly number[]): (page: Uint8Array) => Uint8Array {
    return (page) => Uint8Array.from([...start, ...page.subarray(start.length)]);
  }

  it("are read where they do not", async () => {
    expect((await read(lying((page) => page))).counts.assets).toBe(400);
  });

  it.each([
    ["a run of two thousand million values", starting(6, 0xfe, 0xff, 0xff, 0xff, 0x0f, 1)],
    ["packed values without number", starting(6, 0xff, 0xff, 0xff, 0xff, 0x0f, 1)],
    ["packed values without bits", starting(0, 0xff, 0xff, 0xff, 0xff, 0x0f, 1)],
    ["values of 200 bits", starting(200)],
    ["a word that there is not", (page: Uint8Array) => page.fill(0xff, page.length - 40)],
    ["more bytes than it says", () => new Uint8Array(10_000_000)],
    ["fewer bytes than it says", (page: Uint8Array) => page.subarray(1)],
  ])("%s", async (_, change) => {
    expect(told(await read(lying(change)), "PARQUET_MALFORMED")).toMatchObject([{ column: "id" }]);
  });

  it.each([
    ["a length below none, which would go back for ever", [100, 0xfc, 0xfa, 0xff, 0xff, 0xff]],
    ["a copy from before the start", [100, 0xfe, 0xff, 0xff]],
    ["a copy of nothing", [100, 0x01, 0x00]],
    ["an end within a number", [0x80]],
    ["nothing", []],
  ])("of Snappy: %s", async (_, bytes) => {
    const columnData = [{ name: "id", data, type: "STRING" } as const];
    const compressors = { SNAPPY: () => Uint8Array.from(bytes) };
    const outcome = await read(new Uint8Array(parquetWriteBuffer({ columnData, compressors })));
    expect(told(outcome, "PARQUET_MALFORMED")).toMatchObject([{ column: "id" }]);
  });
});

describe("Parquet of ours", () => {
  it("keeps every text and value", async () => {
    const { written, outcome } = await roundTrip(parquet, oddDataset());
    expect(written.lost).toEqual([]);
    expect([...written.files.keys()]).toEqual([
      "assets.parquet",
      "dependencies.parquet",
      "connections.parquet",
      "dataset.json",
    ]);
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.dataset).toEqual(oddDataset());
  });

  it("is no folder of ours for its dataset.json", async () => {
    const files = (await parquet.write?.(oddDataset()))?.files ?? new Map<string, string>();
    expect(await chooseFormat(filesOf("folder", files))).toMatchObject({ kind: "foreign", format: { id: "parquet" } });
    const both = new Map([...files, ["assets.csv", "id\n"]] as const);
    expect(await chooseFormat(filesOf("folder", both))).toEqual({ kind: "own" });
  });

  it("tells tables by their columns where their names say nothing", async () => {
    const files = (await parquet.write?.(oddDataset()))?.files ?? new Map<string, string>();
    const renamed = new Map(
      [...files].map(([path, content], at) => [path.replace(/^.*\.parquet$/u, `part-${at}.parquet`), content]),
    );
    expect((await readFiles(parquet, renamed, { retrieved: "2026-01-01" })).dataset).toEqual(oddDataset());
  });

  it("says what UTF-8 cannot hold", async () => {
    const odd = oddDataset();
    const assets = odd.assets.map((asset) => ({ ...asset, operator: "a\ud800" }));
    const written = await parquet.write?.({ ...odd, assets });
    expect(written?.lost).toMatchObject([{ table: "assets", column: "operator", rows: assets.length }]);
  });
});
