import { expect, it } from "vitest";
import { bytesChecksum, columnsBytes } from "./columns-file.ts";

it("puts the lengths before the numbers", () => {
  const bytes = columnsBytes([Int32Array.of(7, -1), Uint8Array.of(255), Float64Array.of()]);
  expect([...new Int32Array(bytes.buffer)]).toEqual([3, 2, 1, 0, 7, -1, 255]);
});

it("refuses what is no whole number of 32 bits", () => {
  expect(() => columnsBytes([Float64Array.of(0.5)])).toThrow("column 0, entry 0: 0.5");
  expect(() => columnsBytes([Float64Array.of(0, 2 ** 31)])).toThrow("entry 1");
});

it("tells files apart", () => {
  const [one, other] = [columnsBytes([Int32Array.of(1)]), columnsBytes([Int32Array.of(2)])];
  expect(bytesChecksum(one)).toHaveLength(16);
  expect(bytesChecksum(one)).not.toBe(bytesChecksum(other));
});
