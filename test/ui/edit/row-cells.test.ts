import { describe, expect, it } from "vitest";
import { assetAttributes } from "../../../analyzer/index.ts";
import { parseOverlay } from "../../../datasets/formats/index.ts";
import { addAssetOverlay, changeOverlay } from "../../../ui/edit/edit-overlay.ts";
import { cellsOf, changedCells } from "../../../ui/edit/row-cells.ts";

const row = {
  id: "L",
  name: "Joint line",
  sector: "energy",
  kind: "interconnector",
  states: [
    { state: "FR", share: 0.5 },
    { state: "ES", share: 0.5 },
  ],
  lon: -1.25,
  lat: 43,
  restartHours: 0,
  blackStart: false,
  produces: [{ commodity: "electricity", amount: 1200.5 }, { commodity: "heat" }],
  assumed: ["lon", "lat"],
  source: "a note",
} as const;

const cells = cellsOf(assetAttributes, row);
const base = { id: "d", title: "D", version: "1", licence: "CC0-1.0", sources: [] } as never;

describe("a row as cells of a form", () => {
  it("writes each type as a file does, and unknown as empty", () => {
    expect(cells).toMatchObject({
      states: "FR:0.5|ES:0.5",
      lon: "-1.25",
      restart_hours: "0",
      black_start: "false",
      produces: "electricity:1200.5|heat",
      assumed: "lon|lat",
      capacity: "",
      operator: "",
    });
    expect(cellsOf(assetAttributes, { ...row, states: [{ state: "DE", share: 1 }] }).states).toBe("DE");
  });

  it("says only what differs, null where a value is taken away", () => {
    expect(changedCells(cells, { name: "Joint line ", lon: "", capacity: " 80 " })).toEqual({
      lon: null,
      capacity: "80",
    });
    expect(changeOverlay("L", cells, { name: "Joint line", operator: "  " })).toBeNull();
  });

  it("comes back from an overlay as the row it was made of", () => {
    const { overlay, issues } = parseOverlay(addAssetOverlay(cells), base);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(overlay?.add.assets).toEqual([row]);
  });

  it("is an overlay that names row, columns and values", () => {
    const overlay = changeOverlay("L", cells, { capacity: "80", operator: "", lon: "" });
    expect(overlay).toEqual({
      id: "edit",
      title: "Change L: capacity, lon",
      change: [{ id: "L", capacity: "80", lon: null }],
    });
    expect(parseOverlay(overlay, base).overlay?.change).toEqual([{ id: "L", capacity: 80, lon: null }]);
  });
});
