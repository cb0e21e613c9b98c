import { expect, it } from "vitest";
import { MeetingSearch, turnRound } from "../../../../analyzer/algorithms/sets/meeting-pairs.ts";

it("sources meet where they came by the same node; what they have in common is summed", () => {
  // Source 0 came by nodes 0 and 1, 1 by 2, 2 by 0, 1 and 2, 3 by nothing.
  const lists = { start: Int32Array.of(0, 2, 3, 6, 6), items: Int32Array.of(0, 1, 2, 1, 0, 2) };
  const turned = turnRound(lists, 3);
  expect([...turned.start]).toEqual([0, 2, 4, 6]);
  expect([...turned.items]).toEqual([0, 2, 0, 2, 1, 2]);
  const search = new MeetingSearch(lists, turned, Float64Array.of(1, 10, 100));
  const found = [0, 1, 2, 3].map((source) => {
    const { partners, extra } = search.partners(source);
    return partners.map((partner) => [partner, extra[partner]]);
  });
  expect(found).toEqual([[[2, 11]], [[2, 100]], [], []]);
});
