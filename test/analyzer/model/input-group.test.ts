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

  it("keeps groups of one name apart by dependent, and the first value stated where rows disagree", () => {
    const groups = inputGroups([
      { id: "d1", provider: "A", dependent: "X", group: "g", rule: "threshold" },
      { id: "d2", provider: "A", dependent: "Y", group: "g", loss: 0 },
      { id: "d3", provider: "B", dependent: "X", group: "g", rule: "proportional", bufferHours: 0 },
    ]);
    expect(groups).toEqual([
      { dependent: "X", name: "g", rows: [0, 2], rule: "threshold", bufferHours: 0 },
      { dependent: "Y", name: "g", rows: [1], loss: 0 },
    ]);
  });
});
