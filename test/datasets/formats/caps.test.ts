import { describe, expect, it } from "vitest";
import { type Caps, defaultCaps, fileSetFromBytes, readDataset } from "../../../datasets/formats/index.ts";
import { encode, filesOf, soundFolder, zipOf } from "../../support/rows-as-files.ts";

const header = "id,name,sector,kind,states,source";
const asset = (id: string, name = id) => `${id},${name},energy,substation,XA,s`;
const assets = (...rows: string[]) => ({ ...soundFolder, "assets.csv": `${[header, ...rows].join("\n")}\n` });
const quiet = { "dependencies.csv": "provider,dependent,source\n" };
const many = (count: number) => Array.from({ length: count }, (_, index) => asset(`A${index}`));
const columns = (count: number) => {
  const own = Array.from({ length: count - 6 }, (_, index) => `x_${index}`);
  return { ...assets(), "assets.csv": `${[header, ...own].join(",")}\n${asset("A")}${",".repeat(count - 6)}\n` };
};
const nested = (depth: number) => ({
  "b.json": `{"dataset":{},"assets":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`,
});
const folderBytes = Object.values(soundFolder).reduce((sum, text) => sum + encode(text).length, 0);

async function errorCodes(files: Parameters<typeof readDataset>[0], caps: Partial<Caps>): Promise<string[]> {
  const { issues } = await readDataset(files, { caps: { ...defaultCaps, ...caps } });
  return issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

describe("caps: one less and just as much is read, one more is refused", () => {
  it("rows of a table", async () => {
    const read = (count: number) => errorCodes(filesOf({ ...assets(...many(count)), ...quiet }), { rows: 5 });
    expect([await read(4), await read(5), await read(6)]).toEqual([[], [], ["ROWS_TOO_MANY"]]);
  });

  it("columns of a table", async () => {
    const read = (count: number) => errorCodes(filesOf({ ...columns(count), ...quiet }), { columns: 12 });
    expect([await read(11), await read(12), await read(13)]).toEqual([[], [], ["COLUMNS_TOO_MANY"]]);
  });

  it("characters of a cell", async () => {
    const read = (count: number) =>
      errorCodes(filesOf({ ...assets(asset("A", "n".repeat(count))), ...quiet }), { cellCharacters: 50 });
    expect([await read(49), await read(50), await read(51)]).toEqual([[], [], ["CELL_TOO_LONG"]]);
  });

  it("bytes of a CSV file", async () => {
    const files = { ...assets(asset("A")), ...quiet };
    const size = encode(files["assets.csv"] ?? "").length;
    const read = (cap: number) => errorCodes(filesOf(files), { fileBytes: cap });
    expect([await read(size + 1), await read(size), await read(size - 1)]).toEqual([[], [], ["FILE_TOO_LARGE"]]);
  });

  it("bytes of a JSON file", async () => {
    const size = encode(soundFolder["dataset.json"] ?? "").length;
    const read = (cap: number) => errorCodes(filesOf(soundFolder), { jsonBytes: cap });
    expect([await read(size + 1), await read(size), await read(size - 1)]).toEqual([[], [], ["FILE_TOO_LARGE"]]);
  });

  it("depth of JSON", async () => {
    const read = async (depth: number) =>
      (await errorCodes(filesOf(nested(depth)), { jsonDepth: 9 })).includes("JSON_TOO_DEEP");
    expect([await read(8), await read(9), await read(10)]).toEqual([false, false, true]);
  });

  it("bytes of a row, with an unclosed quote before a large rest", async () => {
    const rest = many(2000).join("\n");
    const codes = await errorCodes(filesOf(assets(`A,"A,energy`, rest)), { recordBytes: 10_000 });
    expect(codes).toEqual(["CSV_ROW_TOO_LONG"]);
  });

  it("files in a zip", async () => {
    const more = (count: number) => Array.from({ length: count }, (_, index) => [`${index}.txt`, "x"] as const);
    const read = async (count: number) =>
      errorCodes(
        fileSetFromBytes("up.zip", await zipOf([...Object.entries(soundFolder), ...more(count - 3)]), {
          ...defaultCaps,
          zipEntries: 6,
        }),
        {},
      );
    expect([await read(5), await read(6), await read(7)]).toEqual([[], [], ["ZIP_TOO_MANY_ENTRIES"]]);
  });

  it("bytes of a zip, and of what it inflates to", async () => {
    const bytes = await zipOf(Object.entries(soundFolder));
    const read = (caps: Partial<Caps>) =>
      errorCodes(fileSetFromBytes("up.zip", bytes, { ...defaultCaps, ...caps }), {});
    expect(await read({ zipBytes: bytes.length + 1 })).toEqual([]);
    expect(await read({ zipBytes: bytes.length })).toEqual([]);
    expect(await read({ zipBytes: bytes.length - 1 })).toEqual(["FILE_TOO_LARGE"]);
    expect(await read({ inflatedBytes: folderBytes + 1 })).toEqual([]);
    expect(await read({ inflatedBytes: folderBytes })).toEqual([]);
    expect(await read({ inflatedBytes: folderBytes - 1 })).toContain("ZIP_TOO_LARGE");
  });

  it("errors before reading stops", async () => {
    const faulty = (count: number) =>
      Array.from({ length: count }, (_, index) => `A${index},${index},energy,substation,XA,s,abc`).join("\n");
    const read = (count: number) =>
      errorCodes(filesOf({ ...soundFolder, ...quiet, "assets.csv": `${header},lon\n${faulty(count)}\n` }), {
        issues: 3,
      });
    const [fewer, enough, more] = [await read(2), await read(3), await read(4)];
    expect(fewer.filter((code) => code === "CELL_NOT_NUMBER")).toHaveLength(2);
    expect(enough).not.toContain("ISSUES_TOO_MANY");
    expect(more.filter((code) => code !== "CELL_NOT_NUMBER")).toEqual(["ISSUES_TOO_MANY"]);
  });

  it("a zip that inflates a thousandfold is refused by what comes out of it", async () => {
    const bytes = await zipOf([...Object.entries(soundFolder).slice(0, 1), ["assets.csv", "a".repeat(20_000_000)]]);
    expect(bytes.length).toBeLessThan(40_000);
    const files = fileSetFromBytes("bomb.zip", bytes, { ...defaultCaps, inflatedBytes: 1_000_000 });
    expect(await errorCodes(files, { recordBytes: 100_000_000 })).toContain("ZIP_TOO_LARGE");
  });
});
