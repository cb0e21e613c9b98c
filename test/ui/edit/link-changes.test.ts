import { describe, expect, it } from "vitest";
import { parseOverlay } from "../../../datasets/formats/index.ts";
import type { DependencyRow } from "../../../ui/data/api-types.ts";
import { connectionChange, dependencyChange } from "../../../ui/edit/link-changes.ts";

const base = { id: "d", title: "D", version: "1", licence: "CC0-1.0", sources: [] } as never;
const first: DependencyRow = { id: "A>C", provider: "A", dependent: "C", group: "power", need: 1, bufferHours: 8 };
const second: DependencyRow = { id: "B>C", provider: "B", dependent: "C", group: "power", lagHours: 2 };

describe("changing a dependency", () => {
  it("shows what its group states on any of its rows", () => {
    const { cells, what, assumed } = dependencyChange({ ...second, assumed: ["lag_hours"] }, [first, second], "Plant");
    expect(cells).toMatchObject({ need: "1", buffer_hours: "8", lag_hours: "2", rule: "" });
    expect([what, assumed]).toEqual(["dependency on Plant", ["lag_hours"]]);
  });

  it("writes what is the group's to all rows of it, and the rest to its own", () => {
    const overlay = dependencyChange(second, [first, second], "Plant").overlay({ buffer_hours: "24", lag_hours: "" });
    expect(overlay).toEqual({
      id: "edit",
      title: "Change B>C: buffer_hours, lag_hours",
      change: [
        { id: "B>C", buffer_hours: "24", lag_hours: null },
        { id: "A>C", buffer_hours: "24" },
      ],
    });
    const { overlay: read } = parseOverlay(overlay, base);
    expect(read?.change).toEqual([
      { id: "B>C", bufferHours: 24, lagHours: null },
      { id: "A>C", bufferHours: 24 },
    ]);
  });

  it("leaves the other rows alone where only its own differ, and writes nothing where none does", () => {
    const { overlay } = dependencyChange(second, [first, second], "Plant");
    expect(overlay({ lag_hours: "3" })?.change).toEqual([{ id: "B>C", lag_hours: "3" }]);
    expect(overlay({ lag_hours: " 2 ", need: "1" })).toBeNull();
  });
});

describe("changing a connection", () => {
  it("writes what differs", () => {
    const { overlay, what, cells } = connectionChange(
      { id: "A-B", a: "A", b: "B", commodity: "gas", capacity: 40, unit: "GWh/d" },
      "Port",
    );
    expect([what, cells["capacity"]]).toEqual(["connection with Port", "40"]);
    expect(overlay({ capacity: "60" })?.change).toEqual([{ id: "A-B", capacity: "60" }]);
    expect(overlay({})).toBeNull();
  });
});
