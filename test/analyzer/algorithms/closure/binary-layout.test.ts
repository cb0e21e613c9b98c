import { describe, expect, it } from "vitest";
import { counted, critical, failingLayout } from "../../../support/failing-layout.ts";
import { territoryOf } from "../../../support/failures-only.ts";

describe("binaryLayout", () => {
  it("states a critical pair once, however many groups it comes from", () => {
    const layout = failingLayout(3, [critical(1, 0, 2), critical(1, 0), { ...critical(1, 0), bounds: true }]);
    expect([...layout.critical]).toEqual([layout.nodeOf[1], layout.nodeOf[1]]);
    const marks = [0, 1, 2].map((asset) => layout.mark[layout.nodeOf[asset]!]! & 2);
    expect(marks).toEqual([2, 0, 0]);
  });

  it("counts losses up to 255 in a byte, and as shares beyond", () => {
    const many = Array.from({ length: 300 }, (_, index) => index + 1);
    const layout = failingLayout(301, [counted(0, 255, ...many), counted(0, 256, ...many)]);
    expect([...layout.failuresNeeded]).toEqual([255]);
    expect([...layout.slack]).toEqual([255]);
    expect(layout.sharedUnits.every((units) => units === 1)).toBe(true);
  });

  it("puts assets of the same States and sector into one class", () => {
    const territory = territoryOf([
      { states: [0, 1], sector: 0, people: 2.5 },
      { states: [1, 0], sector: 0, people: Number.NaN },
      { states: [1], sector: 0, people: 3 },
    ]);
    const layout = failingLayout(3, [], territory);
    const classOf = [0, 1, 2].map((asset) => layout.mark[layout.nodeOf[asset]!]! >> 2);
    expect(classOf[0]).toBe(classOf[1]);
    expect(classOf[2]).not.toBe(classOf[0]);
    expect([0, 1, 2].map((asset) => layout.people[layout.nodeOf[asset]!])).toEqual([2560, 0, 3072]);
    expect([0, 1, 2].map((asset) => layout.mark[layout.nodeOf[asset]!]! & 1)).toEqual([0, 1, 0]);
  });
});
