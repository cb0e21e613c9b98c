import { describe, expect, it } from "vitest";
import { lossScenario } from "../../../analyzer/index.ts";

describe("lossScenario", () => {
  it("loses all that is named from hour 0, and watches for two weeks longer unless said", () => {
    expect(lossScenario(["A", "B"], 72)).toEqual({
      id: "lose",
      title: "Loss of A, B",
      horizonHours: 408,
      shocks: [{ select: { ids: ["A", "B"] }, availability: 0, fromHours: 0, hours: 72 }],
    });
    expect(lossScenario(["A"], 96, 240).horizonHours).toBe(240);
  });
});
