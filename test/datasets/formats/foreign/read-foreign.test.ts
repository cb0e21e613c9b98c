import { describe, expect, it } from "vitest";
import type { Format } from "../../../../datasets/formats/foreign/format.ts";
import { readForeign } from "../../../../datasets/formats/foreign/read-foreign.ts";
import { filesOf } from "../../../support/foreign-formats.ts";
import { codesOf, told } from "../../../support/foreign-outcome.ts";

/** A format whose reader gives these rows, whatever the files hold. */
function formatOf(rows: readonly Readonly<Record<string, unknown>>[], said: object | null = null): Format {
  return {
    id: "made-up",
    title: "Made up",
    ending: null,
    detect: () => Promise.resolve(0),
    write: null,
    async read({ rows: taker }) {
      for (const [at, cells] of rows.entries()) await taker.add("assets", "f", at + 1, cells);
      return said;
    },
  };
}

const sound = { id: "A", name: "North", sector: "energy", kind: "city", states: "DE" };
const about = { licence: "CC0-1.0" };
const options = { retrieved: "2026-01-01", description: about };
const read = (format: Format, name = "My Region (2).xyz", more: object = {}) =>
  readForeign(filesOf(name, new Map([["f", ""]])), format, { ...options, ...more });

describe("what is said of the dataset", () => {
  it("is taken from the caller, then the files, then their name; a licence is never made up", async () => {
    const { dataset } = await read(formatOf([sound], { title: "Theirs", version: "7" }));
    expect(dataset?.description).toMatchObject({
      id: "my-region-2",
      title: "Theirs",
      version: "7",
      licence: "CC0-1.0",
    });
    const given = await read(formatOf([sound], { title: "Theirs" }), "x", { description: { ...about, title: "Ours" } });
    expect(given.dataset?.description.title).toBe("Ours");
    const without = await read(formatOf([sound]), "x", { description: {} });
    expect([without.dataset, codesOf(without).filter((code) => code === "LICENCE_MISSING").length > 0]).toEqual([
      null,
      true,
    ]);
  });

  it("names the files as source of rows that state none", async () => {
    const { dataset } = await read(formatOf([sound, { ...sound, id: "B", source: "own" }]));
    expect(dataset?.assets.map(({ source }) => source)).toEqual(["my-region-2", "own"]);
    expect(dataset?.description.sources[0]).toMatchObject({ id: "my-region-2", retrieved: "2026-01-01" });
  });
});

describe("rows of others", () => {
  it("get a name from their id and a State from their place, marked as assumed", async () => {
    const { dataset } = await read(formatOf([{ id: "A", sector: "energy", kind: "city", lon: 13.4, lat: 52.5 }]));
    expect(dataset?.assets[0]).toMatchObject({
      name: "A",
      states: [{ state: "DE", share: 1 }],
      assumed: ["name", "states"],
    });
  });

  it("keep what has no column of ours in own columns, told once each, names told apart", async () => {
    const outcome = await read(formatOf([{ ...sound, "Fuel type": "gas", Fuel_type: "oil", list: [1] }]));
    expect(outcome.dataset?.assets[0]?.extra).toEqual({ x_Fuel_type: "gas", x_Fuel_type_2: "oil", x_list: "[1]" });
    expect(told(outcome, "COLUMN_KEPT")).toHaveLength(3);
    expect(outcome.columns[0]?.columns.map(({ name }) => name)).toContain("Fuel type");
  });

  it.each([
    [{ ...sound, name: { de: "Nord" } }, "CELL_NOT_TEXT"],
    [{ ...sound, sector: "" }, "COLUMN_MISSING"],
    [{ ...sound, capacity: "12,5" }, "CELL_NOT_NUMBER"],
    [{ ...sound, lon: 999, lat: 5 }, "VALUE_OUT_OF_RANGE"],
    [{ ...sound, id: "" }, "VALUE_MISSING"],
  ])("as %j are refused with %s", async (cells, code) => {
    const outcome = await read(formatOf([cells]));
    expect(outcome.dataset).toBeNull();
    expect(codesOf(outcome)).toContain(code);
  });

  it("are mapped: columns, factors, constants and those to leave out", async () => {
    const mapping = {
      assets: {
        columns: { capacity: { column: "GW", factor: 1000 } },
        constants: { unit: "MW" },
        drop: ["Note"],
      },
    };
    const { dataset } = await read(formatOf([{ ...sound, GW: 1.2, Note: "x" }]), "x", { mapping });
    expect(dataset?.assets[0]).toMatchObject({ capacity: 1200, unit: "MW" });
    expect(dataset?.assets[0]).not.toHaveProperty("extra");
  });
});

it("a format that is not read says so", async () => {
  const outcome = await read({ ...formatOf([]), read: null });
  expect(codesOf(outcome)).toEqual(["FORMAT_NOT_READ"]);
});

it("an abort ends the reading with its reason", async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => ({ ...sound, id: `A${at}` }));
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(read(formatOf(rows), "x", { signal })).rejects.toThrow("enough");
});
