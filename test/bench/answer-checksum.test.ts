import { expect, it } from "vitest";
import { columnChecksum, lossChecksum } from "./answer-checksum.ts";

it("depends on every number and on their order", () => {
  const answer = { lost: [1, 2], people: [10, 20], states: [0, 3] };
  // 1 + 70 = 71; 31 * 71 + 2 + 140 + 39 = 2382.
  expect(lossChecksum(answer)).toBe("2382");
  const others = [
    { ...answer, lost: [2, 1] },
    { ...answer, people: [10, 21] },
    { ...answer, states: [0, 4] },
  ];
  expect(new Set(others.map(lossChecksum)).has("2382")).toBe(false);
});

it("stays exact for many large numbers", () => {
  const people = Array.from({ length: 50 }, (_, at) => 100_000_000_000 + at);
  const zeros = people.map(() => 0);
  let exact = 0n;
  for (const number of people) exact = (31n * exact + 7n * BigInt(number)) % 2_147_483_647n;
  expect(lossChecksum({ lost: zeros, people, states: zeros })).toBe(String(exact));
});

it("sums up one column", () => {
  expect(columnChecksum([1, 2, 3])).toBe(String(31 * (31 + 2) + 3));
  expect(columnChecksum([])).toBe("0");
});
