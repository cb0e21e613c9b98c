import { describe, expect, it } from "vitest";
import { parseDescription } from "../../../datasets/formats/description.ts";
import { parseOverlay, parseScenario, readJson } from "../../../datasets/formats/index.ts";
import { description } from "../../support/rows.ts";
import { filesOf } from "../../support/rows-as-files.ts";

const scenario = { id: "s", title: "S", horizonHours: 100, shocks: [{ select: { ids: ["P1"] }, hours: 5 }] };
const shock = (more: object) => ({ ...scenario, shocks: [{ select: { ids: ["P1"] }, ...more }] });
const select = (selection: unknown) => ({ ...scenario, shocks: [{ select: selection }] });

describe("parseScenario", () => {
  it("gives a sound scenario as it is", () => {
    const full = {
      ...scenario,
      shocks: [
        {
          select: {
            sector: "energy",
            kind: "substation",
            states: ["XA"],
            operator: "O",
            within: { lon: 1, lat: 2, km: 3 },
          },
          availability: 0.5,
          fromHours: 1,
          hours: 0,
          likelihood: 1,
        },
      ],
      trials: 10,
      seed: 0,
      cause: "storm",
    };
    expect(parseScenario(full)).toEqual({ scenario: full, issues: [] });
  });

  it.each([
    ["horizon -1", { ...scenario, horizonHours: -1 }, "FIELD_OUT_OF_RANGE", "horizonHours", "-1"],
    ["horizon 0", { ...scenario, horizonHours: 0 }, "FIELD_OUT_OF_RANGE", "horizonHours", "0"],
    ["endless horizon", { ...scenario, horizonHours: 1e9 }, "FIELD_OUT_OF_RANGE", "horizonHours", "1000000000"],
    ["infinite horizon", { ...scenario, horizonHours: Infinity }, "FIELD_WRONG_TYPE", "horizonHours", "Infinity"],
    ["horizon as text", { ...scenario, horizonHours: "100" }, "FIELD_WRONG_TYPE", "horizonHours", "100"],
    ["negative hours", shock({ hours: -2 }), "FIELD_OUT_OF_RANGE", "shocks.0.hours", "-2"],
    ["negative start", shock({ fromHours: -2 }), "FIELD_OUT_OF_RANGE", "shocks.0.fromHours", "-2"],
    ["availability 2", shock({ availability: 2 }), "FIELD_OUT_OF_RANGE", "shocks.0.availability", "2"],
    ["likelihood -1", shock({ likelihood: -1 }), "FIELD_OUT_OF_RANGE", "shocks.0.likelihood", "-1"],
    ["unknown field", shock({ hour: 5 }), "FIELD_UNKNOWN", "shocks.0.hour", "5"],
    ["field __proto__", JSON.parse('{"__proto__": {}}'), "FIELD_UNKNOWN", "__proto__", "{}"],
    ["no title", { id: "s", horizonHours: 1, shocks: scenario.shocks }, "FIELD_MISSING", "title", null],
    ["no shocks", { ...scenario, shocks: [] }, "FIELD_OUT_OF_RANGE", "shocks", "[]"],
    ["empty selection", select({}), "FIELD_OUT_OF_RANGE", "shocks.0.select", "{}"],
    ["no ids", select({ ids: [] }), "FIELD_OUT_OF_RANGE", "shocks.0.select.ids", "[]"],
    [
      "circle without size",
      select({ within: { lon: 1, lat: 95, km: 1 } }),
      "FIELD_OUT_OF_RANGE",
      "shocks.0.select.within.lat",
      "95",
    ],
    ["a list", [], "FIELD_WRONG_TYPE", null, "[]"],
    ["nothing", null, "FIELD_WRONG_TYPE", null, "null"],
  ])("refuses %s and names the field", (_what, value, code, column, found) => {
    const { scenario: parsed, issues } = parseScenario(value, "storm.json");
    expect(parsed).toBeNull();
    expect(issues).toContainEqual(
      expect.objectContaining({ severity: "error", code, column, file: "storm.json", value: found }),
    );
  });
});

describe("parseDescription", () => {
  it("makes terms of plain words", () => {
    const value = { ...description, vocabulary: { kinds: ["ice works", { id: "b", title: "Other" }] } };
    expect(parseDescription(value).description?.vocabulary).toEqual({
      kinds: [
        { id: "ice works", title: "Ice works" },
        { id: "b", title: "Other" },
      ],
    });
  });

  it.each([
    [{ id: "Not Kebab" }, "FIELD_OUT_OF_RANGE", "id"],
    [{ version: 1 }, "FIELD_WRONG_TYPE", "version"],
    [{ marking: "TLP:BLUE" }, "FIELD_NOT_A_CHOICE", "marking"],
    [{ networks: { electricity: { balance: "zone" } } }, "FIELD_NOT_A_CHOICE", "networks.electricity.balance"],
    [{ vocabulary: { kinds: ["a|b"] } }, "FIELD_OUT_OF_RANGE", "vocabulary.kinds.0.id"],
    [{ states: [{ code: "xa", name: "X" }] }, "FIELD_OUT_OF_RANGE", "states.0.code"],
    [{ colour: "red" }, "FIELD_UNKNOWN", "colour"],
  ])("refuses %j and names the field", (more, code, column) => {
    const { description: parsed, issues } = parseDescription({ ...description, ...more }, "dataset.json");
    expect(parsed).toBeNull();
    expect(issues[0]).toMatchObject({ code, column, file: "dataset.json" });
  });
});

describe("parseOverlay", () => {
  const added = { id: "T2", name: "T", sector: "digital", kind: "telecom exchange", states: "XB", source: "s" };
  const overlay = (more: object) => ({ id: "o", title: "O", ...more });

  it("reads changes of own columns as text, and what takes one away", () => {
    const { overlay: read, issues } = parseOverlay(
      overlay({ change: [{ id: "S1", x_checked: true, x_count: 4, x_old: null, x_empty: "" }] }),
      description,
    );
    expect(issues).toEqual([]);
    expect(read?.change).toEqual([
      { id: "S1", extra: { x_checked: "true", x_count: "4", x_old: null, x_empty: null } },
    ]);
  });

  it("reads rows by column, changes by name of the model, and derives ids", () => {
    const value = overlay({
      add: {
        assets: [{ ...added, restart_hours: 1 }],
        dependencies: [{ provider: "S2", dependent: "T2", buffer_hours: "4" }],
      },
      remove: { dependencies: ["T1>B1"] },
      change: [{ id: "S1", restart_hours: 4, black_start: "yes", operator: null, states: "XA|XB" }],
    });
    expect(parseOverlay(value, description)).toEqual({
      issues: [],
      overlay: {
        id: "o",
        title: "O",
        add: {
          assets: [{ ...added, states: [{ state: "XB", share: 1 }], restartHours: 1 }],
          dependencies: [{ id: "S2>T2", provider: "S2", dependent: "T2", bufferHours: 4 }],
          connections: [],
        },
        remove: { assets: [], dependencies: ["T1>B1"], connections: [] },
        change: [
          {
            id: "S1",
            restartHours: 4,
            blackStart: true,
            operator: null,
            states: [
              { state: "XA", share: 0.5 },
              { state: "XB", share: 0.5 },
            ],
          },
        ],
      },
    });
  });

  it.each([
    [{ add: { assets: [{ ...added, lat: 95, lon: 1 }] } }, "VALUE_OUT_OF_RANGE", "o.json#/add/assets", 1, "lat"],
    [{ add: { assets: [{ ...added, colour: 1 }] } }, "COLUMN_UNKNOWN", "o.json#/add/assets", 1, "colour"],
    [{ add: { assets: [{ ...added, sector: "x" }] } }, "SECTOR_UNKNOWN", "o.json#/add/assets", 1, "sector"],
    [{ add: { assets: [{ ...added, states: "XZ" }] } }, "STATE_UNNAMED", "o.json#/add/assets", 1, "states"],
    [{ add: { assets: [added, added] } }, "ID_DUPLICATE", "o.json#/add/assets", 2, "id"],
    [
      { add: { dependencies: [{ provider: "A", dependent: "A" }] } },
      "DEPENDENCY_ON_SELF",
      "o.json#/add/dependencies",
      1,
      "provider",
    ],
    [{ add: { dependencies: [{ provider: "A" }] } }, "VALUE_MISSING", "o.json#/add/dependencies", 1, "dependent"],
    [{ add: { assets: ["T2"] } }, "ROW_NOT_OBJECT", "o.json#/add/assets", 1, null],
    [{ change: [{ id: "S1", colour: 1 }] }, "OVERLAY_COLUMN_UNKNOWN", "o.json#/change", 1, "colour"],
    [{ change: [{ id: "S1", "x_a b": 1 }] }, "OVERLAY_COLUMN_UNKNOWN", "o.json#/change", 1, "x_a b"],
    [{ change: [{ id: "S1", x_a: [] }] }, "CELL_NOT_TEXT", "o.json#/change", 1, "x_a"],
    [{ change: [{ id: "S1", x_a: "a".repeat(40_000) }] }, "CELL_TOO_LONG", "o.json#/change", 1, "x_a"],
    [{ change: [{ id: "S1", lat: 95 }] }, "VALUE_OUT_OF_RANGE", "o.json#/change", 1, "lat"],
    [{ change: [{ id: "S1", lat: "north" }] }, "CELL_NOT_NUMBER", "o.json#/change", 1, "lat"],
    [{ change: [{ id: "S1", name: null }] }, "VALUE_MISSING", "o.json#/change", 1, "name"],
    [{ change: [{ id: "S1", name: "" }] }, "VALUE_MISSING", "o.json#/change", 1, "name"],
    [{ change: [{ id: "S1", name: {} }] }, "CELL_NOT_TEXT", "o.json#/change", 1, "name"],
    [{ change: [{ lat: 1 }] }, "FIELD_MISSING", "o.json", null, "change.0.id"],
    [{ delete: [] }, "FIELD_UNKNOWN", "o.json", null, "delete"],
  ])("refuses %j", (more, code, file, row, column) => {
    const { overlay: parsed, issues } = parseOverlay(overlay(more), description, "o.json");
    expect(parsed).toBeNull();
    expect(issues.map((issue) => [issue.code, issue.file, issue.row, issue.column])).toEqual([
      [code, file, row, column],
    ]);
  });
});

describe("readJson", () => {
  it("gives the value of a file", async () => {
    const files = filesOf({ "a.json": '\ufeff{"a": "} ] \\" {", "b": [{}, {}]}' });
    expect(await readJson(files, "a.json")).toEqual({ value: { a: '} ] " {', b: [{}, {}] }, issues: [] });
  });

  it.each([
    ["what nests too deep", "[".repeat(1_000_000), "JSON_TOO_DEEP", 1],
    ["a key that stands twice", '{"a":1,\n"\\u0061":2}', "JSON_KEY_REPEATED", 2],
    ["what is no JSON", '{\n"a" 1}', "JSON_MALFORMED", 2],
    ["an empty file", "", "FILE_EMPTY", null],
    ["a binary file", "\0", "FILE_BINARY", 1],
  ])("refuses %s", async (_what, text, code, row) => {
    const { value, issues } = await readJson(filesOf({ "a.json": text }), "a.json");
    expect(value).toBeUndefined();
    expect(issues[0]).toMatchObject({ code, row, file: "a.json" });
  });
});
