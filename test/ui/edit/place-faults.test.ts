import { describe, expect, it } from "vitest";
import type { Problem } from "../../../ui/data/api-types.ts";
import { placeFaults } from "../../../ui/edit/place-faults.ts";

const issue = (column: string | null, text: string, severity: "error" | "warning" = "error") => ({
  severity,
  code: "VALUE_RANGE",
  file: null,
  row: null,
  column,
  value: null,
  text,
});

const refused: Problem = {
  type: "urn:knockon:problem:DATASET_REFUSED",
  title: "Refused",
  status: 422,
  code: "DATASET_REFUSED",
  detail: "Refused: see the issues",
  issues: [
    issue("capacity", "capacity must be 0 or more"),
    issue("capacity", "a second one"),
    issue("need", "need is of another row"),
    issue(null, "no file"),
    issue("name", "only a warning", "warning"),
  ],
};

describe("the faults of a refused edit", () => {
  it("stand at their fields, the first of each, and else above the form", () => {
    const { atField, above } = placeFaults(refused, new Set(["capacity", "name"]));
    expect([...atField]).toEqual([["capacity", "capacity must be 0 or more"]]);
    expect(above).toEqual(["need is of another row", "no file"]);
  });

  it("are the problem itself where it names no row", () => {
    const { issues: _, ...bare } = refused;
    expect(placeFaults(bare, new Set(["capacity"]))).toEqual({
      atField: new Map(),
      above: ["Refused: see the issues"],
    });
    expect(placeFaults(null, new Set())).toEqual({ atField: new Map(), above: [] });
  });
});
