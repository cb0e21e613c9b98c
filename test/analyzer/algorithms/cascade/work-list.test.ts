import { describe, expect, it } from "vitest";
import { WorkList } from "../../../../analyzer/algorithms/cascade/work-list.ts";

describe("WorkList", () => {
  it("gives assets first in first out, each once until it is taken", () => {
    const work = new WorkList(4);
    for (const asset of [2, 0, 2, 3]) work.add(asset);
    expect([work.take(), work.take()]).toEqual([2, 0]);
    work.add(2);
    expect([work.take(), work.take(), work.take()]).toEqual([3, 2, -1]);
  });

  it("remembers who was in it since it began, once each", () => {
    const work = new WorkList(4);
    work.begin();
    for (const asset of [3, 1]) work.add(asset);
    work.take();
    work.add(3);
    expect(work.seen).toEqual([3, 1]);
    while (work.take() !== -1) expect(work.seen).toEqual([3, 1]);
    work.begin();
    expect(work.seen).toEqual([]);
    work.add(1);
    expect(work.seen).toEqual([1]);
  });
});
