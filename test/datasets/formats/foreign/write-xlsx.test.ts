import { beforeAll, describe, expect, it } from "vitest";
import { tableAttributes, tables } from "../../../../analyzer/index.ts";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { writeXlsx, writeXlsxTemplate } from "../../../../datasets/formats/foreign/write-xlsx.ts";
import { xlsx } from "../../../../datasets/formats/foreign/xlsx.ts";
import { zipFileSet } from "../../../../datasets/formats/zip-file-set.ts";
import { readFiles } from "../../../support/foreign-formats.ts";
import { zipOf } from "../../../support/rows-as-files.ts";
import { datasetOf } from "../../../support/rows.ts";

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const files = zipFileSet("book.xlsx", bytes, defaultCaps);
  const parts = new Map<string, string>();
  for (const path of await files.list()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of files.open(path)) chunks.push(chunk);
    parts.set(path, Buffer.concat(chunks).toString("utf8"));
  }
  return parts;
}

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("an empty workbook to fill in", () => {
  let bytes: Uint8Array;
  let parts: Map<string, string>;
  beforeAll(async () => {
    bytes = await writeXlsxTemplate();
    parts = await partsOf(bytes);
  });

  it("has a sheet a table with every column, one for the description, and two that help", () => {
    const sheets = [
      ...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="(\w+)"[^>]*?( state="hidden")?\s*r:id/g),
    ];
    expect(sheets.map(([, name]) => name)).toEqual([...tables, "dataset", "columns", "lists"]);
    expect(sheets.map(([, , hidden]) => hidden !== undefined)).toEqual([false, false, false, false, false, true]);
    for (const [at, table] of tables.entries()) {
      const header = [...(parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "").matchAll(/<t [^>]*>([^<]*)<\/t>/g)];
      expect(header.map(([, text]) => text)).toEqual(tableAttributes[table].map(({ column }) => column));
    }
  });

  it("lets words be picked: sectors, kinds, States, assets, and nothing else where there are only a few", () => {
    const assets = parts.get("xl/worksheets/sheet1.xml") ?? "";
    const lists = parts.get("xl/worksheets/sheet6.xml") ?? "";
    expect(assets).toContain("<formula1>lists!$A$2:$A$");
    expect(lists).toContain(">energy</t>");
    expect(lists).toContain(">DE</t>");
    const dependencies = parts.get("xl/worksheets/sheet2.xml") ?? "";
    expect(dependencies).toContain("<formula1>assets!$A$2:$A$1048576</formula1>");
    expect(dependencies).toMatch(/showErrorMessage="1"[^>]*><formula1>"physical,cyber,[^"]*"<\/formula1>/);
  });

  it("says what to fill in while it is empty, and not a word of the sheets that help", async () => {
    const { dataset, issues } = await readFiles(xlsx, new Map([["new.xlsx", bytes]]), {});
    expect(dataset).toBeNull();
    expect(issues.map(({ column }) => column)).toEqual(expect.arrayContaining(["sources.0.id", "sources.0.title"]));
    expect(issues.some(({ text }) => text.includes("lists") || text.includes("sheet columns"))).toBe(false);
  });

  it("is read back when it is filled in", async () => {
    const columns = tableAttributes.assets.map(({ column }) => column);
    const letter = (column: string): string => String.fromCharCode(65 + columns.indexOf(column));
    const asset = { id: "p1", name: "Plant", sector: "energy", kind: "power plant", states: "AT", source: "own" };
    const row = Object.entries(asset).map(([column, text]) => cell(`${letter(column)}2`, text));
    const filled = new Map(parts);
    const first = parts.get("xl/worksheets/sheet1.xml") ?? "";
    filled.set(
      "xl/worksheets/sheet1.xml",
      first.replace("</sheetData>", `<row r="2">${row.join("")}</row></sheetData>`),
    );
    const said: Readonly<Record<string, string>> = {
      id: "my-region",
      title: "My region",
      description: "Mine.",
      licence: "CC0-1.0",
      "sources/0/id": "own",
      "sources/0/title": "Own",
      "sources/0/licence": "CC0-1.0",
      "sources/0/retrieved": "2026-01-01",
      "sources/0/credit": "Me",
    };
    let description = parts.get("xl/worksheets/sheet4.xml") ?? "";
    for (const [key, value] of Object.entries(said)) {
      const empty = new RegExp(`(<row r="(\\d+)"><c r="A\\d+"[^>]*><is><t [^>]*>${key}</t></is></c>)(</row>)`);
      description = description.replace(empty, (_, start, at, end) => `${start}${cell(`B${at}`, value)}${end}`);
    }
    filled.set("xl/worksheets/sheet4.xml", description);
    const { dataset, issues } = await readFiles(xlsx, new Map([["new.xlsx", await zipOf(filled)]]), {});
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.description).toMatchObject({ id: "my-region", version: "1.0.0", sources: [{ id: "own" }] });
    expect(dataset?.assets).toMatchObject([{ id: "p1", kind: "power plant", states: [{ state: "AT", share: 1 }] }]);
  });

  it("is the same bytes each time", async () => {
    expect(Buffer.from(await writeXlsxTemplate()).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe("a dataset as a workbook", () => {
  it("offers the words of the dataset beside those of all", async () => {
    const dataset = datasetOf({});
    const vocabulary = { kinds: [{ id: "wind farm", title: "Wind farm" }] };
    const { files } = await writeXlsx({ ...dataset, description: { ...dataset.description, vocabulary } });
    const parts = await partsOf(files.get("dataset.xlsx") as Uint8Array);
    expect(parts.get("xl/worksheets/sheet5.xml")).toContain(">wind farm</t>");
  });
});
