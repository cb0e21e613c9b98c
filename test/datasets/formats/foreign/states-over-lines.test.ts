import { expect, it } from "vitest";
import { type LineEnd, statesOverLines } from "../../../../datasets/formats/foreign/states-over-lines.ts";

const end = (row: number, state: string | null, lon: number | null = null, lat: number | null = null): LineEnd => {
  return { row, state, lon, lat };
};

it("finds States in rows, by place, and over the fewest lines", () => {
  const ends = new Map([
    ["stated", end(1, "NO", 10.1, 53.5)],
    ["placed", end(2, null, 10.1, 53.5)],
    ["sea", end(3, null, 3, 56)],
    ["far", end(4, null)],
    ["farther", end(5, null, 500, 0)],
    ["alone", end(6, null)],
  ]);
  const guessed: number[] = [];
  const lines = [
    ["stated", "sea"],
    ["sea", "far"],
    ["far", "farther"],
    ["farther", "placed"],
    ["alone", "nowhere"],
  ] as const;
  const states = statesOverLines(ends, lines, (row) => guessed.push(row));
  expect(Object.fromEntries(states)).toEqual({ stated: "NO", placed: "DE", sea: "NO", farther: "DE", far: "NO" });
  expect(guessed).toEqual([3, 5, 4]);
});
