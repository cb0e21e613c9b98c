import fc from "fast-check";
import { expect, it } from "vitest";
import { countRows } from "../../../../datasets/formats/csv/count-rows.ts";
import { CsvMemory } from "../../../../datasets/formats/csv/csv-memory.ts";

it("countRows counts line feeds", () => {
  const memory = new CsvMemory();
  const texts = fc.array(fc.constantFrom("\n", "a", "\r\n", "x".repeat(40)), { maxLength: 60, size: "max" });
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join("");
      expect(countRows(Buffer.from(text), memory)).toBe(text.split("\n").length - 1);
    }),
    { numRuns: 500 },
  );
});
