import { describe, expect, it } from "vitest";
import { defaultCaps } from "../../../datasets/formats/caps.ts";
import { type CsvRecord, csvRecords } from "../../../datasets/formats/csv-records.ts";
import { decodeText } from "../../../datasets/formats/decode-text.ts";
import { encode } from "../../support/rows-as-files.ts";

async function records(text: string | Uint8Array, chunkBytes = 3): Promise<CsvRecord[]> {
  const bytes = typeof text === "string" ? encode(text) : text;
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  };
  const found: CsvRecord[] = [];
  for await (const record of csvRecords(decodeText(chunks(), "t.csv", 1e6), "t.csv", defaultCaps)) found.push(record);
  return found;
}

describe("csvRecords", () => {
  it.each(["\n", "\r\n", "\r"])("reads rows that end with %j", async (end) => {
    expect(await records(["a,b", "1,2", "3,4", ""].join(end))).toEqual([
      { row: 1, cells: ["a", "b"] },
      { row: 2, cells: ["1", "2"] },
      { row: 3, cells: ["3", "4"] },
    ]);
  });

  it("leaves out a byte order mark, whatever the chunks", async () => {
    for (const chunkBytes of [1, 2, 3, 100]) {
      expect(await records("\ufeffid,name\nA,Ångström\n", chunkBytes)).toEqual([
        { row: 1, cells: ["id", "name"] },
        { row: 2, cells: ["A", "Ångström"] },
      ]);
    }
  });

  it("counts lines inside quotes and blank lines, however they end", async () => {
    expect(await records('a,b\r\n"x\r\ny","p\nq\nr"\r\n\r\n"say ""no""",z\r\nlast,1')).toEqual([
      { row: 1, cells: ["a", "b"] },
      { row: 2, cells: ["x\r\ny", "p\nq\nr"] },
      { row: 7, cells: ['say "no"', "z"] },
      { row: 8, cells: ["last", "1"] },
    ]);
  });

  it("takes the guard off what would be a formula", async () => {
    expect((await records("a\n'=1+1\n'text\n''-2\n"))[1]?.cells).toEqual(["=1+1"]);
    expect((await records("a\n'=1+1\n'text\n''-2\n")).slice(2).map(({ cells }) => cells[0])).toEqual(["'text", "'-2"]);
  });

  it("gives the rows before a malformed one", async () => {
    const seen: number[] = [];
    const reading = (async () => {
      const text = async function* () {
        yield 'a,b\n1,2\n3,"4"x\n';
      };
      for await (const { row } of csvRecords(text(), "t.csv", defaultCaps)) seen.push(row);
    })();
    await expect(reading).rejects.toMatchObject({ issue: { code: "CSV_QUOTE_MISPLACED", file: "t.csv", row: 3 } });
    expect(seen).toEqual([1, 2]);
  });
});
