import { describe, expect, it } from "vitest";
import { studentQuantile } from "../../../../analyzer/measures/statistics/student-quantile.ts";

describe("studentQuantile", () => {
  it.each([
    [0.9, 1, 6.313751514675],
    [0.9, 9, 1.833112932656],
    [0.95, 4, 2.776445105198],
    [0.95, 30, 2.042272456301],
    [0.99, 99, 2.626405457385],
  ])("at %d with %i degrees is the tables' %d", (confidence, degrees, expected) => {
    expect(studentQuantile(confidence, degrees)).toBeCloseTo(expected, 9);
  });

  it("comes near the normal distribution's for a million degrees", () => {
    expect(studentQuantile(0.9, 999_999)).toBeCloseTo(1.644853627, 5);
  });
});
