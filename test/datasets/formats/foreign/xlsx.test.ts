import { describe, expect, it } from "vitest";
import { tableAttributes } from "../../../../analyzer/index.ts";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { readForeign } from "../../../../datasets/formats/foreign/read-foreign.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { xlsx } from "../../../../datasets/formats/foreign/xlsx.ts";
import { readXlsxText, writeXlsxText } from "../../../../datasets/formats/foreign/xlsx-text.ts";
import { fileSetFromBytes } from "../../../../datasets/formats/index.ts";
import type { ReadOutcome } from "../../../../datasets/formats/read-dataset.ts";
import { filesOf, readFiles, roundTrip } from "../../../support/foreign-formats.ts";
import { asGrid, codesOf, told } from "../../../support/foreign-outcome.ts";
import { oddDataset } from "../../../support/odd-dataset.ts";
import { zipOf } from "../../../support/rows-as-files.ts";
import { datasetOf } from "../../../support/rows.ts";

interface Parts {
  /** What stands between `<sheetData>` and its end, by name of the sheet. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly styles?: string;
  /** Prefix of the elements, as some programs write it. */
  readonly prefix?: string;
  readonly state?: string;
}

/** A workbook as spreadsheets write it: shared strings, styles, paths from the root. */
function workbook({ sheets, strings, styles, prefix = "", state = "visible" }: Parts): Promise<Uint8Array> {
  const names = Object.keys(sheets);
  const space = prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
  const relations = names.map(
    (_, at) => `<Relationship Id="rId${at}" Type="http://x/worksheet" Target="/xl/worksheets/s${at}.xml"/>`,
  );
  relations.push('<Relationship Id="a" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>');
  relations.push('<Relationship Id="b" Type="http://x/styles" Target="styles.xml"/>');
  const files = new Map([
    ["[Content_Types].xml", "<Types/>"],
    ["xl/_rels/workbook.xml.rels", `<Relationships>${relations.join("")}</Relationships>`],
    [
      "xl/workbook.xml",
      `<${prefix}workbook ${space}="m" xmlns:r="r"><${prefix}sheets>${names
        .map((name, at) => `<${prefix}sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at}"/>`)
        .join("")}</${prefix}sheets></${prefix}workbook>`,
    ],
  ]);
  if (strings !== undefined) files.set("xl/sharedStrings.xml", `<sst>${strings}</sst>`);
  if (styles !== undefined) files.set("xl/styles.xml", `<styleSheet>${styles}</styleSheet>`);
  for (const [at, name] of names.entries()) {
    const data = `<${prefix}sheetData>${sheets[name]}</${prefix}sheetData>`;
    const more = `<${prefix}mergeCells><${prefix}mergeCell ref="A1:B1"/></${prefix}mergeCells>`;
    files.set(`xl/worksheets/s${at}.xml`, `<${prefix}worksheet ${space}="m">${data}${more}</${prefix}worksheet>`);
  }
  return zipOf(files);
}

async function read(parts: Parts, caps = defaultCaps): Promise<ReadOutcome> {
  return readFiles(xlsx, new Map([["plants.xlsx", await workbook(parts)]]), { ...asGrid, caps });
}

function text(at: string, value: string): string {
  return `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

function row(number: number, ...cells: readonly string[]): string {
  return `<row r="${number}">${cells.join("")}</row>`;
}

const header = row(1, text("A1", "id"), text("B1", "name"), text("C1", "capacity"));

describe("a workbook as spreadsheets write it", () => {
  const strings =
    "<si><t>id</t></si><si><t>Leistung MW</t></si><si><r><t>Kraft</t></r><r><t>werk</t></r><rPh><t>no</t></rPh></si><si/>";

  it("reads shared strings, numbers, booleans, and one sheet of any name", async () => {
    const outcome = await read({
      sheets: {
        Tabelle1: `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>black_start</t></is></c></row>
          <row r="3"><c r="A3"><v>12</v></c><c r="B3" s="1"><v>1.1000000000000001</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="b"><v>1</v></c></row>
          <row r="4"><c r="A4" t="str"><v>A_x0041_</v></c><c r="C4" t="s"><v>3</v></c><c r="D4" s="2"/></row>`,
      },
      strings,
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="0.0&quot; days&quot;[Red]"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
    });
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.dataset?.assets).toMatchObject([
      { id: "12", name: "Kraftwerk", blackStart: true, extra: { x_Leistung_MW: "1.1" } },
      { id: "AA", name: "AA" },
    ]);
    expect(outcome.dataset?.assets[1]).not.toHaveProperty("blackStart");
  });

  it("reads sheets called as our tables and names those it leaves", async () => {
    const outcome = await read({
      sheets: {
        Assets: header + row(2, text("A2", "a")) + row(9, text("A9", "b")),
        notes: row(1, text("A1", "hello")),
        dependencies:
          row(1, text("A1", "provider"), text("B1", "dependent")) + row(2, text("A2", "a"), text("B2", "b")),
        dataset: row(1, text("A1", "title")),
      },
    });
    expect(outcome.dataset?.assets.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(outcome.dataset?.dependencies).toHaveLength(1);
    expect(told(outcome, "ROWS_LEFT_OUT").map(({ file }) => file)).toEqual(["plants.xlsx#/notes"]);
  });

  it("reads elements with a prefix", async () => {
    const data = (header + row(2, text("A2", "a"))).replaceAll(/<(\/?)(?=\w)/gu, "<$1x:");
    expect((await read({ sheets: { S: data }, prefix: "x:" })).dataset?.assets).toHaveLength(1);
  });

  it("reads a row of HXL tags", async () => {
    const data =
      row(1, text("A1", "Code"), text("B1", "Lieu")) +
      row(2, text("A2", "#loc+code"), text("B2", "#loc+name")) +
      row(3, text("A3", "a"), text("B3", "Port"));
    expect((await read({ sheets: { S: data } })).dataset?.assets).toMatchObject([{ id: "a", name: "Port" }]);
  });

  it("reads what was unpacked on its way, and knows it", async () => {
    const files = fileSetFromBytes("plants.xlsx", await workbook({ sheets: { S: header + row(2, text("A2", "a")) } }));
    expect((await guessFormats(files))[0]?.format.id).toBe("xlsx");
    expect((await readForeign(files, xlsx, asGrid)).dataset?.assets).toHaveLength(1);
  });

  it("reads keys and values of the description", async () => {
    const outcome = await read({
      sheets: {
        assets: header + row(2, text("A2", "a")),
        dataset:
          row(1, text("A1", "key"), text("B1", "value")) +
          row(2, text("A2", "title"), text("B2", "Plants")) +
          row(3, text("A3", "version"), "<c r='B3'><v>2</v></c>") +
          row(4, text("A4", "currency")) +
          row(5, text("A5", "vocabulary/kinds/1"), text("B5", "turbine")) +
          row(6, text("A6", "vocabulary/kinds/0"), text("B6", "kiln")),
      },
    });
    expect(outcome.dataset?.description).toMatchObject({
      title: "Plants",
      version: "2",
      vocabulary: { kinds: [{ id: "kiln" }, { id: "turbine" }] },
    });
    expect(outcome.dataset?.description).not.toHaveProperty("currency");
  });
});

describe("cells that are refused, with their place", () => {
  const dates =
    '<numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>';
  it.each([
    [
      "a formula with its last value",
      '<c r="C2"><f>HYPERLINK("http://x")</f><v>5</v></c>',
      "XLSX_FORMULA",
      '=HYPERLINK("http://x")',
    ],
    ["a shared formula", '<c r="C2"><f t="shared" si="0"/><v>5</v></c>', "XLSX_FORMULA", "="],
    ["a date by its usual style", '<c r="C2" s="1"><v>45000</v></c>', "XLSX_DATE", "45000"],
    ["a date by a style of its own", '<c r="C2" s="2"><v>45000</v></c>', "XLSX_DATE", "45000"],
    ["a date in words", '<c r="C2" t="d"><v>2025-01-31</v></c>', "XLSX_DATE", "2025-01-31"],
    ["a fault", '<c r="C2" t="e"><v>#N/A</v></c>', "XLSX_FAULT", "#N/A"],
    ["a shared text that is not there", '<c r="C2" t="s"><v>99</v></c>', "XLSX_MALFORMED", "99"],
    ["words for a number", text("C2", "12,5"), "CELL_NOT_NUMBER", "12,5"],
  ])("%s", async (_, cell, code, value) => {
    const outcome = await read({ sheets: { S: header + row(2, text("A2", "a"), cell) }, styles: dates });
    expect(outcome.dataset).toBeNull();
    expect(told(outcome, code)).toMatchObject([{ file: "plants.xlsx#/S", row: 2, column: "capacity", value }]);
  });

  it.each([
    ["a value beyond the header", header + row(2, text("A2", "a"), text("E2", "?")), "HEADER_EMPTY", 2],
    ["a gap in the header", row(1, text("A1", "id"), text("C1", "name")) + row(2, text("A2", "a")), "HEADER_EMPTY", 1],
    ["a column twice", row(1, text("A1", "id"), text("B1", "id")) + row(2, text("A2", "a")), "HEADER_REPEATED", 1],
    ["a column that there is not", `<row r="1"><c r="ZZZ1"><v>1</v></c></row>`, "XLSX_MALFORMED", null],
    ["a row that there is not", `<row r="99999999"/>`, "XLSX_MALFORMED", null],
    ["a document type", `]]><row/>`, "XML_MALFORMED", 1],
  ])("%s", async (_, data, code, at) => {
    expect(told(await read({ sheets: { S: data } }), code)).toMatchObject([{ file: "plants.xlsx#/S", row: at }]);
  });

  it("a key of the description twice, or far too deep", async () => {
    const dataset = (...keys: readonly string[]): Promise<ReadOutcome> =>
      read({
        sheets: {
          assets: header,
          dataset: keys.map((key, at) => row(at + 2, text(`A${at + 2}`, key), text(`B${at + 2}`, "x"))).join(""),
        },
      });
    expect(told(await dataset("title", "title"), "JSON_KEY_REPEATED")).toMatchObject([{ row: 3, value: "title" }]);
    expect(told(await dataset("sources", "sources/0/id"), "JSON_KEY_REPEATED")).toMatchObject([{ row: 3 }]);
    expect(told(await dataset("a/".repeat(10_000)), "JSON_TOO_DEEP")).toMatchObject([{ row: 2 }]);
    expect((await dataset("__proto__/x", "constructor")).dataset).toBeNull();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("workbooks that are refused", () => {
  const one = new Map<string, string | Uint8Array>();
  it.each([
    ["an old or protected one", Buffer.from("d0cf11e0a1b11ae1", "hex"), "FILE_KIND_UNKNOWN"],
    ["an empty file", Buffer.alloc(0), "FILE_KIND_UNKNOWN"],
    ["the start of a zip alone", Buffer.from("504b0304", "hex"), "ZIP_MALFORMED"],
  ])("%s", async (_, bytes, code) => {
    expect(codesOf(await readFiles(xlsx, new Map([...one, ["a.xlsx", bytes]]), asGrid))).toContain(code);
  });

  it("a zip of something else", async () => {
    const bytes = await zipOf([
      ["word/document.xml", "<w/>"],
      ["a/b.txt", "x"],
    ]);
    expect(codesOf(await readFiles(xlsx, new Map([["a.xlsx", bytes]]), asGrid))).toContain("FILE_MISSING");
  });

  it("several sheets of which none is called as ours, and one that is hidden", async () => {
    expect(codesOf(await read({ sheets: { S: header, T: header } }))).toContain("FILE_KIND_UNKNOWN");
    expect(codesOf(await read({ sheets: { S: header }, state: "hidden" }))).toContain("FILE_KIND_UNKNOWN");
  });

  it("one whose sheets inflate beyond the cap", async () => {
    const outcome = await read(
      { sheets: { S: header + " ".repeat(3_000_000) } },
      { ...defaultCaps, inflatedBytes: 1_000_000 },
    );
    expect(codesOf(outcome)).toContain("ZIP_TOO_LARGE");
    const one = await read({ sheets: { S: header + " ".repeat(3_000_000) } }, { ...defaultCaps, fileBytes: 1_000_000 });
    expect(codesOf(one)).toContain("FILE_TOO_LARGE");
  });

  it("one with a document type in a sheet", async () => {
    const bytes = await zipOf([
      ["[Content_Types].xml", "<Types/>"],
      ["xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><workbook/>"],
      ["xl/_rels/workbook.xml.rels", "<Relationships/>"],
    ]);
    const outcome = await readFiles(xlsx, new Map([["a.xlsx", bytes]]), asGrid);
    expect(codesOf(outcome)).toContain("XML_DOCTYPE");
  });
});

it("a million rows without a value cost no rows", async () => {
  const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="1"/></row>`).join(
    "",
  );
  const outcome = await read({ sheets: { S: `${header}${empty}${row(1_000_002, text("A1000002", "a"))}` } });
  expect(outcome.dataset?.assets).toHaveLength(1);
}, 60_000);

describe("a workbook of ours", () => {
  it("keeps every text and value", async () => {
    const { written, outcome } = await roundTrip(xlsx, oddDataset());
    expect(written.lost).toEqual([]);
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.dataset).toEqual(oddDataset());
  });

  it.each([
    ["a\u0001b", "a_x0001_b"],
    ["\r\n", "_x000D_&#10;"],
    ["_x0041_", "_x005F_x0041_"],
    ["__x0041_x0041_", "__x005F_x0041_x005F_x0041_"],
    ["_x0041\u0001", "_x005F_x0041_x0001_"],
    ["\ud800 \u{1f50c}", "_xD800_ \u{1f50c}"],
    ["_x00_ _X0041_", "_x00_ _x005F_X0041_"],
  ])("keeps %j, which XML cannot hold or would be taken for another", (said, written) => {
    expect(writeXlsxText(said)).toBe(written);
    expect(readXlsxText(written.replace("&#10;", "\n"))).toBe(said);
  });

  it("is a template with all columns and lists to pick from where there are no rows", async () => {
    const bytes = (await xlsx.write?.(datasetOf({})))?.files.get("dataset.xlsx");
    const files = fileSetFromBytes("dataset.xlsx", bytes as Uint8Array);
    let sheet = "";
    for await (const part of files.open("xl/worksheets/sheet1.xml")) sheet += new TextDecoder().decode(part);
    expect(sheet.match(/<c r=/gu)).toHaveLength(tableAttributes.assets.length);
    expect(sheet).toContain('<formula1>"TRUE,FALSE"</formula1>');
    expect(sheet).toContain('<formula1>"Z1,Z2,Z3,Z4,Z5"</formula1>');
  });

  it("is told from other zips by what is in it", async () => {
    const files = new Map([["a.bin", "x"]]);
    expect((await guessFormats(filesOf("a", files))).map(({ format }) => format.id)).not.toContain("xlsx");
  });
});
