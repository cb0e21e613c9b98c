import { describe, expect, it } from "vitest";
import { paintFor, printable } from "../../../api/cli/paint.ts";
import { change, counted, quantity } from "../../../api/cli/quantities.ts";
import { type Column, sectionLines, tableLines } from "../../../api/cli/table.ts";

interface Row {
  readonly name: string;
  readonly hours: number;
}
const columns: readonly Column<Row>[] = [
  { title: "name", most: 6, cell: ({ name }) => name },
  { title: "outage hours (h)", right: true, cell: ({ hours }) => quantity(hours) },
];
const plain = (_style: string, text: string): string => text;

describe("a table", () => {
  it("sets text to the left, numbers to the right, breaks titles and cuts what is too long", () => {
    const rows = [
      { name: "Łódź", hours: 1234.5 },
      { name: "Copenhagen", hours: 7 },
    ];
    expect(tableLines(columns, rows, plain)).toEqual([
      "         outage",
      "          hours",
      "name        (h)",
      "Łódź    1,234.5",
      "Copen…        7",
    ]);
  });

  it("says how many rows it leaves out, and that there is none", () => {
    const rows = [1, 2, 3].map((hours) => ({ name: "a", hours }));
    expect(sectionLines("Losses", columns, rows, { most: 2, paint: plain }).at(-2)).toBe(
      "and 1 more; --json gives all",
    );
    expect(sectionLines("Losses", columns, [], { most: 2, paint: plain })).toEqual(["Losses: none", ""]);
  });
});

describe("text", () => {
  it("from data does not steer the terminal", () => {
    expect(printable("a\u001B[2Jb\u202Ec\nd\u009B")).toBe("a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFD");
    expect(tableLines(columns, [{ name: "\u001B[2J", hours: 1 }], plain).join("\n")).not.toContain("\u001B");
  });

  it("is coloured on a terminal only, and not under NO_COLOR", () => {
    const out = (isTerminal: boolean) => ({ isTerminal, write: () => undefined });
    expect(paintFor(out(true), {})("red", "a")).toBe("\u001B[31ma\u001B[39m");
    expect(paintFor(out(false), {})("red", "a")).toBe("a");
    expect(paintFor(out(true), { NO_COLOR: "1" })("red", "a")).toBe("a");
    expect(paintFor(out(true), { NO_COLOR: "" })("red", "a")).not.toBe("a");
  });
});

describe("a quantity", () => {
  it("is rounded, grouped, and unknown where it is unknown", () => {
    expect([0, 44.285714, 1_234_567, null, undefined].map(quantity)).toEqual([
      "0",
      "44.29",
      "1,234,567",
      "unknown",
      "unknown",
    ]);
    expect([-170, 0, 2.5].map(change)).toEqual(["-170", "0", "+2.5"]);
    expect([counted(1, "asset"), counted(2, "asset"), counted(2, "dependency", "dependencies")]).toEqual([
      "1 asset",
      "2 assets",
      "2 dependencies",
    ]);
  });
});
