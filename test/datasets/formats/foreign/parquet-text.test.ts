import type { SchemaElement } from "hyparquet";
import { expect, it } from "vitest";
import { parquetText } from "../../../../datasets/formats/foreign/parquet-text.ts";

const of = (more: Partial<SchemaElement>): SchemaElement => ({ name: "c", ...more });

it.each([
  ["text", of({}), "text"],
  [true, of({}), "true"],
  [9_007_199_254_740_993n, of({ type: "INT64" }), "9007199254740993"],
  [Math.fround(0.1), of({ type: "FLOAT" }), "0.1"],
  [0.1, of({ type: "DOUBLE" }), "0.1"],
  [-0, of({ type: "DOUBLE" }), "0"],
  [Number.NaN, of({ type: "DOUBLE" }), null],
  [new Date("2025-01-31T00:00:00Z"), of({ converted_type: "DATE" }), "2025-01-31"],
  [new Date("2025-01-31T10:00:00Z"), of({}), "2025-01-31T10:00:00.000Z"],
  [new Date(Number.NaN), of({}), null],
  [Uint8Array.of(0, 255), of({}), "00ff"],
  [null, of({}), null],
  [undefined, of({}), null],
  [{ a: [1] }, of({}), '{"a":[1]}'],
])("of %o is told by its type", (value, element, text) => {
  expect(parquetText(value, element)).toBe(text);
});
