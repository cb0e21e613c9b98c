import fc from "fast-check";
import { expect, it } from "vitest";
import { CellBlock } from "../../../../datasets/formats/csv/cell-block.ts";
import { CsvMemory } from "../../../../datasets/formats/csv/csv-memory.ts";
import { LinearArray } from "../../../../datasets/formats/csv/linear-array.ts";
import { readNumbers } from "../../../../datasets/formats/csv/read-numbers.ts";
import { scanCells } from "../../../../datasets/formats/csv/scan-cells.ts";
import { readNumber } from "../../../../datasets/formats/parse-cell.ts";

const memory = new CsvMemory();

/** A block with texts in its second column. */
function blockOf(texts: readonly string[]): CellBlock {
  const block = new CellBlock(memory, { delimiter: 0x3b, quote: 0x22 });
  block.append(Buffer.from(texts.map((text) => `;${text}\n`).join("")));
  scanCells(block, { isEnd: true, line: 1, rowBytes: 1000 });
  return block;
}

const digits = fc.stringMatching(/^\d{0,17}$/);
const sign = fc.constantFrom("", "-", "+");
const decimal = fc.tuple(sign, digits, fc.constantFrom("", "."), digits).map((parts) => parts.join(""));
const anything = fc.oneof(decimal, fc.double({ noNaN: true }).map(String), fc.stringMatching(/^[\d.+e,-]{0,8}$/));

it("readNumbers reads what Number reads, bit by bit, and asks about the rest", () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 20 }), (texts) => {
      const block = blockOf(texts);
      const numbers = new LinearArray(memory, Float64Array);
      const asked = new Set<number>();
      readNumbers(block, 1, numbers, (row) => {
        asked.add(row);
        return Number.NaN;
      });
      const { view } = numbers;
      texts.forEach((text, row) => {
        const expected = readNumber(text);
        if (asked.has(row)) return;
        expect(Object.is(view[row], text === "" ? Number.NaN : expected)).toBe(true);
      });
      numbers.giveBack();
      block.giveBack();
      // Nothing that is short and plain is asked about.
      for (const row of asked) expect(/^[+-]?(?:\d{1,15}|\d{0,7}\.\d{1,7})$/.test(texts[row] ?? "")).toBe(false);
    }),
    { numRuns: 5000 },
  );
});
