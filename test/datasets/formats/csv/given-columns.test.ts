import { describe, expect, it } from "vitest";
import { groupRules } from "../../../../analyzer/index.ts";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { ByteDictionary } from "../../../../datasets/formats/csv/byte-dictionary.ts";
import { CsvMemory } from "../../../../datasets/formats/csv/csv-memory.ts";
import { givenColumns, positionsOfIds } from "../../../../datasets/formats/csv/given-columns.ts";
import { SortedColumns } from "../../../../datasets/formats/csv/sorted-columns.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";
import { fillingsOf } from "../../../../datasets/formats/mapping.ts";
import { readCsvTable } from "../../../../datasets/formats/read-csv-table.ts";
import { TableCollector } from "../../../../datasets/formats/table-collector.ts";

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function sorted(table: "assets" | "dependencies", text: string, ids: ByteDictionary): Promise<SortedColumns> {
  const issues = new IssueList(100);
  const collector = new TableCollector(table, `${table}.csv`, fillingsOf(table), defaultCaps, issues);
  await readCsvTable(collector, inOnePiece(text), { caps: defaultCaps, issues, step: () => null }, ids);
  expect(issues.issues).toEqual([]);
  return SortedColumns.of(table, collector.columns!)!;
}

const assets = "id,name,sector,kind,states,source\nC,c,energy,substation,XA,s\nA,a,energy,substation,XA,s\n";
const dependencies = [
  "id,provider,dependent,group,rule,need,share",
  "z,C,A,power,,1,0.5",
  "y,@gas,A,,threshold,,",
  "x,nobody,C,,,,",
  "w,A,C,power,proportional,2,",
  "",
].join("\n");

describe("givenColumns", () => {
  it("names assets by their places in canonical order, and rows by their groups", async () => {
    const ids = new ByteDictionary(new CsvMemory());
    const positions = positionsOfIds(await sorted("assets", assets, ids))!;
    const columns = givenColumns(await sorted("dependencies", dependencies, ids), positions)!;
    // In the order w, x, y, z. Ids that came up after the assets were read have no place.
    expect([...columns.provider]).toEqual([0, -1, -1, 1]);
    expect([...columns.dependent]).toEqual([1, 1, 0, 0]);
    expect([...columns.group].map((number) => columns.groupNames[number])).toEqual(["power", "x", "@gas", "power"]);
    expect([...columns.rule].map((number) => groupRules[number])).toEqual([
      "proportional",
      undefined,
      "threshold",
      undefined,
    ]);
    expect([...columns.need]).toEqual([2, Number.NaN, Number.NaN, 1]);
    expect([...columns.share]).toEqual([Number.NaN, Number.NaN, Number.NaN, 0.5]);
    expect([...columns.loss]).toEqual(Array.from({ length: 4 }, () => Number.NaN));
  });

  it("leaves a rule that is none to whoever reads the rows", async () => {
    const ids = new ByteDictionary(new CsvMemory());
    const positions = positionsOfIds(await sorted("assets", assets, ids))!;
    const odd = await sorted("dependencies", "id,provider,dependent,rule\nd,A,C,never\n", ids);
    expect(givenColumns(odd, positions)).toBeNull();
  });
});
