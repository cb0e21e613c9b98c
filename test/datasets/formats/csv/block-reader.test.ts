import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableAttributes, tables } from "../../../../analyzer/index.ts";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";
import { fillingsOf } from "../../../../datasets/formats/mapping.ts";
import { readCsvTable } from "../../../../datasets/formats/read-csv-table.ts";
import { TableCollector } from "../../../../datasets/formats/table-collector.ts";
import { plainReadTable } from "../../../support/plain-read-table.ts";

const file = "t.csv";
const caps = { ...defaultCaps, cellCharacters: 40 };

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "",
    "A",
    "B",
    "A",
    " A",
    "A ",
    "'=A",
    "'A",
    "=A",
    "@electricity",
    "Ångström",
    "\u00a0A",
    "A\u00a0",
    "💥",
    "1",
    "0",
    "-0",
    "+1.50",
    ".5",
    "5.",
    ".",
    "-",
    "1e3",
    "1e999",
    "0x10",
    "1,5",
    " 12 ",
    "9007199254740993",
    "NaN",
    "true",
    "NO",
    "1|2",
    "DE",
    "FR:0.5|ES:0.5",
    "FR:",
    "gas:40|heat",
    "gas::",
    "a|",
    "physical",
    'say "no"',
    "a\nb",
    "x".repeat(41),
    "é".repeat(30),
    "0.1",
    "123456789012345",
    "1234567890123456",
    "0.000000000000001",
    "00012.5",
  ),
  fc.double({ noNaN: true }).map(String),
  fc.string({ maxLength: 6 }).filter((text) => !text.includes("\0")),
);
const columnsOf = (table: (typeof tables)[number]) =>
  fc.subarray([...tableAttributes[table].map(({ column }) => column), "x_own", "x_more", "left_out"], { minLength: 1 });
const tablesOfCells = fc.constantFrom(...tables).chain((table) =>
  columnsOf(table).chain((some) => {
    const needed = tableAttributes[table].filter(({ required }) => required).map(({ column }) => column);
    const header = [...new Set([...needed, ...some])];
    const row = fc.array(cell, { minLength: header.length, maxLength: header.length });
    return fc.record({
      table: fc.constant(table),
      header: fc.constant(header),
      rows: fc.array(row, { maxLength: 12 }),
    });
  }),
);

type TableOfCells = typeof tablesOfCells extends fc.Arbitrary<infer Value> ? Value : never;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

const linesOf = (collector: TableCollector) =>
  Array.from({ length: collector.count }, (_, at) => collector.rowNumberAt(at));

/** The rows and the issues of a table, as they are read and as they come of taking one cell after the other. */
async function bothWays({ table, header, rows }: TableOfCells) {
  const bytes = Buffer.from([header, ...rows].map((cells) => `${cells.map(quoted).join(",")}\n`).join(""));
  const mapping = { drop: ["left_out"], columns: { confidence: { column: "share", factor: 0.1 } } };
  const fillings = fillingsOf(table, mapping);
  const [ours, plain] = [new IssueList(1e6), new IssueList(1e6)];
  const collector = new TableCollector(table, file, fillings, caps, ours);
  await readCsvTable(collector, inChunks(bytes), { caps, issues: ours, step: () => null });

  const twin = new TableCollector(table, file, fillings, caps, plain);
  await plainReadTable(twin, inChunks(bytes), { caps, issues: plain, step: () => null });
  const withoutText = ({ issues }: IssueList) =>
    issues.filter(({ row }) => row !== 1).map((each) => ({ ...each, text: "" }));
  return {
    ours: { rows: collector.rows, lines: linesOf(collector), issues: withoutText(ours) },
    plain: { rows: twin.rows, lines: linesOf(twin), issues: withoutText(plain) },
  };
}

describe("BlockReader", () => {
  it("makes the rows and the issues that come of taking one cell after the other", async () => {
    await fc.assert(
      fc.asyncProperty(tablesOfCells, async (given) => {
        const { ours, plain } = await bothWays(given);
        expect(ours).toStrictEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  it("does so where a column of text repeats itself, and where it does not", async () => {
    const header = ["id", "provider", "dependent", "group", "rule_id", "source", "x_note"];
    const rows = Array.from({ length: 40_000 }, (_, n) => {
      return [
        `d${n}`,
        `p${n % 7}`,
        ` q${n % 5000}`,
        n % 9 === 0 ? "" : `g${n % 3}`,
        n > 30_000 ? "r" : `r${n}`,
        "s",
        `n${n}`,
      ];
    });
    const { ours, plain } = await bothWays({ table: "dependencies", header, rows });
    expect(ours.rows).toHaveLength(rows.length);
    expect(ours).toStrictEqual(plain);
  });
});
