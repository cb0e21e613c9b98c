import { describe, expect, it } from "vitest";
import { inputGroups } from "../../../analyzer/index.ts";

describe("inputGroups", () => {
  it("puts a row without a group into a group of its own and joins rows of one name", () => {
    const groups = inputGroups([
      { id: "d1", provider: "A", dependent: "X", bufferHours: 4 },
      { id: "d2", provider: "A", dependent: "Y", group: "power", need: 1 },
      { id: "d3", provider: "B", dependent: "Y", group: "power", loss: 0.5 },
      { id: "d4", provider: "@electricity", dependent: "X" },
    ]);
    expect(groups).toEqual([
      { dependent: "X", name: "d1", rows: [0], bufferHours: 4 },
      { dependent: "Y", name: "power", rows: [1, 2], need: 1, loss: 0.5 },
      { dependent: "X", name: "@electricity", rows: [3] },
    ]);
  });
});
