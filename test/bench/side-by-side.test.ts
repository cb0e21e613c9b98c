import { expect, it } from "vitest";
import { type Answer, type Contender, sideBySide } from "./side-by-side.ts";

const quiet = { name: "a match", floor: null };

/** Gives one answer after the other, the last one again and again. */
function telling(name: string, ...answers: readonly Answer[]): Contender & { asked: number } {
  const contender = {
    name,
    asked: 0,
    run: () => {
      const answer = answers[Math.min(contender.asked, answers.length - 1)];
      contender.asked += 1;
      if (answer === undefined) throw new Error("no answer");
      return answer;
    },
  };
  return contender;
}

const took = (milliseconds: number, checksum = "a"): Answer => ({
  milliseconds,
  checksum,
  work: `${milliseconds} steps`,
});

it("takes the median of the rounds' ratios and keeps the first run apart", async () => {
  const ours = telling("ours", took(50), took(2), took(2), took(1), took(2), took(4));
  const peer = telling("peer", took(9), took(9), took(9), took(10), took(40), took(20));
  const row = await sideBySide({ ...quiet, ours, peer, rounds: 3 });
  expect(row.ours).toEqual({ median: 2, min: 1, max: 4, first: 50 });
  expect(row.peer).toEqual({ name: "peer", median: 20, note: "" });
  expect(row.ratio).toBe(10);
  expect(row.fault).toBeNull();
  expect([ours.asked, peer.asked]).toEqual([6, 6]);
});

it("makes nine rounds of quick runs, five of slow ones, and warms slow ones up less", async () => {
  const quick = telling("quick", took(10));
  const slow = telling("slow", took(2000));
  await sideBySide({ ...quiet, ours: quick, peer: null });
  await sideBySide({ ...quiet, ours: slow, peer: null });
  expect([quick.asked, slow.asked]).toEqual([3 + 9, 1 + 5]);
});

it("voids a row whose answers differ or change", async () => {
  const ours = telling("ours", took(1));
  const other = await sideBySide({ ...quiet, ours, peer: telling("peer", took(1, "b")), rounds: 1 });
  expect(other.fault).toBe("ours answers a, the peer b");
  const fickle = telling("ours", took(1), took(1), took(1), took(1, "b"));
  expect((await sideBySide({ ...quiet, ours: fickle, peer: null, rounds: 1 })).fault).toContain("two runs of ours");
  const near = { compare: () => null, rounds: 1 };
  expect((await sideBySide({ ...quiet, ...near, ours, peer: telling("peer", took(1, "b")) })).fault).toBeNull();
});
