import { describe, expect, it } from "vitest";
import type { Inspection } from "../../../ui/data/api-types.ts";
import {
  fateOf,
  type MappingFile,
  noChoices,
  openColumns,
  queryOf,
  withFate,
} from "../../../ui/transfer/import-choices.ts";

const mapping: MappingFile = {
  assets: { columns: { name: "Label", capacity: { column: "GW", factor: 1000 } }, drop: ["Note"] },
};

describe("fateOf", () => {
  it.each([
    ["Label", { kind: "ours", column: "name", factor: 1 }],
    ["GW", { kind: "ours", column: "capacity", factor: 1000 }],
    ["Note", { kind: "left out" }],
    ["kind", { kind: "ours", column: "kind", factor: 1 }],
    ["Colour", { kind: "own" }],
  ])("of %s", (column, fate) => {
    expect(fateOf(mapping, "assets", column)).toEqual(fate);
  });
});

describe("withFate", () => {
  it("gives a column of ours to another of theirs", () => {
    const changed = withFate(mapping, "assets", "Title", { kind: "ours", column: "name", factor: 1 });
    expect(fateOf(changed, "assets", "Title")).toEqual({ kind: "ours", column: "name", factor: 1 });
    expect(fateOf(changed, "assets", "Label")).toEqual({ kind: "own" });
    expect(fateOf(changed, "assets", "GW")).toEqual({ kind: "ours", column: "capacity", factor: 1000 });
  });

  it("leaves a column out, keeps it beside, and takes it back", () => {
    const out = withFate(mapping, "assets", "Label", { kind: "left out" });
    expect(out.assets?.drop).toEqual(["Note", "Label"]);
    const beside = withFate(out, "assets", "Note", { kind: "own" });
    expect(beside.assets?.drop).toEqual(["Label"]);
    const back = withFate(beside, "assets", "Label", { kind: "ours", column: "name", factor: 1 });
    expect(back.assets).toEqual({ columns: { capacity: { column: "GW", factor: 1000 }, name: "Label" } });
  });

  it("changes what numbers are multiplied by, and only in its table", () => {
    const changed = withFate(mapping, "connections", "MW", { kind: "ours", column: "capacity", factor: 0.001 });
    expect(changed.connections?.columns).toEqual({ capacity: { column: "MW", factor: 0.001 } });
    expect(changed.assets).toEqual(mapping.assets);
  });
});

describe("openColumns", () => {
  const issue = (code: string, column: string) => ({
    severity: "error" as const,
    code,
    file: "p.csv",
    row: null,
    column,
    value: null,
    text: "",
  });
  const inspection: Inspection = {
    format: "csv",
    guesses: [],
    columns: [{ table: "assets", file: "p.csv", column: "Code", ours: "id", confidence: 0.9 }],
    mapping: {},
    counts: { assets: 1, dependencies: 0, connections: 0, states: 0, sectors: 0 },
    dataset: null,
    usable: false,
    issues: [issue("COLUMN_MISSING", "sector"), issue("COLUMN_MISSING", "id"), issue("CAPACITY_WITHOUT_UNIT", "unit")],
    issueCount: 3,
  };
  const named = (choices = noChoices) =>
    openColumns(inspection, choices).map(({ table, attribute }) => `${table}.${attribute.column}`);

  it("are those that one value for all rows can fill: no ids", () => {
    expect(named()).toEqual(["assets.sector", "assets.unit"]);
  });

  it("stay once they have a value", () => {
    expect(named({ ...noChoices, values: { "assets.kind": "city" } })).toContain("assets.kind");
  });
});

describe("queryOf", () => {
  it("says only what was chosen", () => {
    expect(queryOf("p.csv", noChoices)).toEqual({ name: "p.csv" });
    const values = { "assets.sector": " energy ", "assets.kind": "" };
    expect(queryOf("p.csv", { format: "csv", mapping, values, title: " Plants ", licence: "" })).toEqual({
      name: "p.csv",
      format: "csv",
      mapping: JSON.stringify(mapping),
      about: '{"title":"Plants"}',
      set: ["assets.sector=energy"],
    });
  });
});
