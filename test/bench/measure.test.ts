import { expect, it } from "vitest";
import { measure, median } from "./measure.ts";

it("keeps the first run apart and voids a row whose runs disagree", async () => {
  let run = 0;
  const row = await measure({ name: "a row", runs: 3, warmUps: 2, floor: 5, about: (sum) => `gave ${sum}` }, () => {
    run += 1;
    return "the same";
  });
  expect(run).toBe(5);
  expect(row).toMatchObject({ runs: 3, floor: 5, about: "gave the same" });
  expect(row.min).toBeLessThanOrEqual(row.median);
  await expect(measure({ name: "a row", runs: 2, floor: null }, () => String(run++))).rejects.toThrow(
    "two runs disagree",
  );
});

it("takes the middle", () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 3, 7]);
});
