import { describe, expect, it } from "vitest";
import { writeDocument } from "../../../datasets/formats/index.ts";

describe("a document as a file", () => {
  it("begins with what it is called, whatever order it was kept in", () => {
    const scenario = { shocks: [{ hours: 1, select: { ids: ["A"] } }], horizonHours: 2, title: "T", id: "t" };
    const text = writeDocument("scenario", scenario);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(["id", "title", "horizonHours", "shocks"]);
    expect(text.endsWith("\n}\n")).toBe(true);
    expect(JSON.parse(text)).toEqual(scenario);
  });

  it("may be anything", () => {
    expect(writeDocument("overlay", null)).toBe("null\n");
  });
});
