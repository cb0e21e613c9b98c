import { describe, expect, it } from "vitest";
import { failureGroupsOf } from "../../../../analyzer/algorithms/closure/failure-groups.ts";
import { localityOrder } from "../../../../analyzer/algorithms/closure/locality-order.ts";
import { counted, critical } from "../../../support/failing-layout.ts";

describe("localityOrder", () => {
  it("puts those that touch each other side by side, whichever way", () => {
    const groups = failureGroupsOf(6, [critical(0, 4), critical(4, 2), counted(1, 2, 3, 5)]);
    const placeOf = [...localityOrder(groups)];
    expect(placeOf).toEqual([0, 3, 2, 4, 1, 5]);
  });

  it("gives every node a place", () => {
    expect([...localityOrder(failureGroupsOf(3, []))]).toEqual([0, 1, 2]);
    expect([...localityOrder(failureGroupsOf(0, []))]).toEqual([]);
  });
});
