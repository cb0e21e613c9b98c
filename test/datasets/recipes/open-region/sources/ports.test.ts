import { describe, expect, it } from "vitest";
import { loadPackages } from "../../../../../datasets/recipes/open-region/packages.ts";
import { addPorts } from "../../../../../datasets/recipes/open-region/sources/ports.ts";
import { draftOf, everyState, readFrom } from "../small-region.ts";

describe("ports by UN/LOCODE", () => {
  it("are put in where their place is near their State, else dropped with their row", async () => {
    const draft = draftOf([], { states: ["SI", "TR", "DZ"] });
    const ports = {
      USNYC: { name: "New York", coordinates: [-74, 40.7] },
      SIKOP: { name: "Koper", coordinates: [13.73, 45.55] },
      TRTZX: { name: "Trabzon" },
      DZAAE: { name: "Annaba", coordinates: [36.9, 7.77] },
    } as const;
    const { files, dropped } = await readFrom({}, (raw) => addPorts(draft, raw, ports));
    expect([...draft.assets.values()]).toMatchObject([
      { id: "port:SIKOP", name: "Koper", states: [{ state: "SI" }], lon: 13.73, lat: 45.55, licence: "MIT" },
    ]);
    expect(files[0]).toMatchObject({ rowsIn: 4, rowsUsed: 1, leftOut: { "outside the region": 1 } });
    expect(dropped.map(({ row, id }) => [row, id])).toEqual([
      [3, "TRTZX"],
      [4, "DZAAE"],
    ]);
  });

  it("are 1,634 in the package, 1,610 of them with a place", async () => {
    const { ports } = await loadPackages();
    const placed = Object.values(ports).filter(({ coordinates }) => coordinates !== undefined);
    expect([Object.keys(ports).length, placed.length]).toEqual([1634, 1610]);
    const draft = draftOf([], { states: [...everyState] });
    const { files, dropped } = await readFrom({}, (raw) => addPorts(draft, raw, ports));
    const isKnown = (code: string): boolean => everyState.includes(code.slice(0, 2));
    const without = Object.entries(ports).filter(([code, port]) => isKnown(code) && port.coordinates === undefined);
    expect(dropped.filter(({ reason }) => reason === "it has no place")).toHaveLength(without.length);
    // Of those in the wrong place, data.md names these.
    const names = dropped.map(({ id }) => id);
    expect(names).toEqual(expect.arrayContaining(["CDBOA", "CDMAT", "ARDDC", "ANGSB", "BMSOU"].filter(isKnown)));
    expect(files[0]).toMatchObject({ rowsIn: 1634, rowsUsed: draft.assets.size });
  });
});
