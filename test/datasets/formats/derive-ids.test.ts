import { describe, expect, it } from "vitest";
import { deriveIds } from "../../../datasets/formats/derive-ids.ts";

describe("deriveIds", () => {
  it("names rows after their ends, and numbers those that would share a name by content", () => {
    const rows = [
      { provider: "A", dependent: "B", bufferHours: 9 },
      { provider: "A", dependent: "B", bufferHours: 1 },
      { provider: "A", dependent: "C" },
      { id: "A>B#2", provider: "X", dependent: "Y" },
    ];
    deriveIds("dependencies", rows);
    expect(rows.map((row) => ("id" in row ? row.id : null))).toEqual(["A>B#3", "A>B", "A>C", "A>B#2"]);
  });

  it("names connections that look alike apart, whatever their order", () => {
    const rows = () => [
      { a: "x-y", b: "z", commodity: "gas" },
      { a: "x", b: "y-z", commodity: "gas" },
    ];
    const [forward, backward] = [rows(), rows().toReversed()];
    deriveIds("connections", forward);
    deriveIds("connections", backward);
    expect(backward.toReversed()).toEqual(forward);
    expect(forward).toEqual([
      { id: "x-y-z#2", a: "x-y", b: "z", commodity: "gas" },
      { id: "x-y-z", a: "x", b: "y-z", commodity: "gas" },
    ]);
  });
});
