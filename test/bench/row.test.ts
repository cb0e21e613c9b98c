import { expect, it } from "vitest";
import { amount, type Floor, floorText, ratioText, type Row, verdictOf } from "./row.ts";

const row = (floor: Floor | null, more: Partial<Row> = {}): Row => ({
  name: "a row",
  ours: { median: 5, min: 4, max: 6, first: null },
  peer: null,
  ratio: null,
  floor,
  work: "",
  fault: null,
  ...more,
});

it("holds a row to its floor, the edge included", () => {
  expect(verdictOf(row({ kind: "milliseconds", most: 5 }))).toBe("met");
  expect(verdictOf(row({ kind: "milliseconds", most: 4.9 }))).toBe("MISSED");
  expect(verdictOf(row({ kind: "faster", least: 100 }, { ratio: 100 }))).toBe("met");
  expect(verdictOf(row({ kind: "faster", least: 100 }, { ratio: 99 }))).toBe("MISSED");
  expect(verdictOf(row({ kind: "slower", most: 1.25 }, { ratio: 0.8 }))).toBe("met");
  expect(verdictOf(row({ kind: "slower", most: 1.25 }, { ratio: 0.7 }))).toBe("MISSED");
  expect(verdictOf(row({ kind: "faster", least: 1 }))).toBe("MISSED");
  expect(verdictOf(row(null))).toBe("");
});

it("counts no row whose answers differ, whatever it took", () => {
  expect(verdictOf(row({ kind: "milliseconds", most: 5 }, { fault: "1 against 2" }))).toBe("VOID");
});

it("says numbers in three digits", () => {
  expect([0.012345, 4.567, 99.96, 12345.6].map(amount)).toEqual(["0.0123", "4.57", "100", "12,346"]);
  expect(ratioText(2.5)).toBe("2.5x");
  expect(ratioText(null)).toBe("");
  expect(floorText({ kind: "slower", most: 1.25 })).toBe("<= 1.25x of it");
  expect(floorText({ kind: "faster", least: 2000 })).toBe(">= 2,000x");
  expect(floorText(null)).toBe("");
});
