import { describe, expect, it } from "vitest";
import { bindingGroup } from "../../ui/data/binding-group.ts";
import { indexGraph } from "../../ui/data/graph-index.ts";
import { rankBy } from "../../ui/data/rank-by.ts";
import { viewRun } from "../../ui/data/run-view.ts";
import { foldText, indexSearch, search } from "../../ui/data/search.ts";
import { readPositive } from "../../ui/parts/NumberField.tsx";
import { shownAssets, shownLinks } from "../../ui/stage/shown.ts";
import { assetRows } from "../../ui/table/asset-rows.ts";
import { heatOf } from "../../ui/table/heat.ts";
import { smallGraph, smallRun } from "./small-graph.ts";

describe("the graph of a dataset", () => {
  it("names an asset, or gives the id back where there is none of it", () => {
    expect(["S", "gone"].map((id) => smallGraph.nameOf(id))).toEqual(["Station", "gone"]);
  });

  it("knows which dependencies cross a border: those whose ends share no State", () => {
    expect([...smallGraph.crossesBorder]).toEqual([0, 1, 0, 0]);
    expect([...smallGraph.links]).toEqual([3, 2, 2, 2]);
    expect([...smallGraph.byImportance]).toEqual([0, 3, 1, 2]);
  });

  it("shows the largest and what is touched, without the sectors that are filtered away, and counts both", () => {
    const all = shownAssets(smallGraph, { extent: "all", hiddenSectors: ["finance"], touched: [0] });
    expect([...all.assets]).toEqual([0, 1, 1, 1]);
    expect(all).toMatchObject({ count: 3, filtered: 1 });
  });

  it("says how many links it leaves out, and keeps those over a border", () => {
    const shown = shownAssets(smallGraph, { extent: "all", hiddenSectors: [], touched: [] });
    expect(shownLinks(smallGraph, shown)).toMatchObject({ leftOut: 0, links: { length: 4 } });
    const few = shownLinks(smallGraph, shown, 2);
    expect(few.links.map(({ key }) => key)).toEqual(["d1"]);
    expect(few.leftOut).toBe(3);
  });

  it("leaves connections that bind nobody out of the quiet picture, and out of what makes an asset large", () => {
    const free = indexGraph({ ...smallGraph.columns, connectivityOnly: [0] });
    expect([...free.links]).toEqual([3, 1, 1, 2]);
    const keys = (extent: "largest" | "all") =>
      shownLinks(free, shownAssets(free, { extent, hiddenSectors: [], touched: [] })).links.map(({ key }) => key);
    expect(keys("largest")).not.toContain("c0");
    expect(keys("all")).toContain("c0");
  });
});

describe("search", () => {
  const index = indexSearch(smallGraph);

  it("ignores case and accents, puts States first, better matches before others", () => {
    expect(foldText("KÖLN")).toBe("koln");
    expect(search(index, [], "koln").hits.map(({ id }) => id)).toEqual(["B"]);
    expect(search(index, [], "xb").hits[0]).toMatchObject({ kind: "state", id: "XB" });
    expect(search(index, [], "p").hits[0]).toMatchObject({ kind: "asset", id: "P" });
  });

  it("gives the first and counts the others", () => {
    const found = search(index, [], "n", 2);
    expect(found.hits).toHaveLength(2);
    expect(found.others).toBe(2);
    expect(search(index, [], "nothing of this name").hits).toEqual([]);
  });

  it("offers commands where nothing is typed", () => {
    expect(search(index, [{ id: "fit", title: "Show all", note: "F" }], " ").hits).toHaveLength(1);
  });
});

describe("tables", () => {
  const view = viewRun(smallRun);

  it("sort by any column; what has no value comes last either way", () => {
    const order = (descending: boolean) =>
      assetRows(smallGraph, view, { hiddenSectors: [], disruptedOnly: false }, { column: "first", descending });
    expect(order(false)).toEqual([2, 3, 0, 1]);
    expect(order(true)).toEqual([0, 2, 3, 1]);
  });

  it("keep to the disrupted, and to the sectors that are shown", () => {
    const filter = { hiddenSectors: ["finance"], disruptedOnly: true };
    expect(assetRows(smallGraph, view, filter, { column: "name", descending: false })).toEqual([2, 3]);
  });

  it("order a scan by another consequence, the unknown last, ties by id", () => {
    const row = (id: string, personHours: number | null) => ({
      rank: 1,
      id,
      personHours,
      outageHours: 1,
      foreignOutageHours: 0,
      assetsDisrupted: 1,
      statesReached: 1,
      foreignStatesReached: 0,
      sectorsReached: 1,
    });
    const rows = [row("c", null), row("b", 5), row("a", 5), row("d", 9)];
    expect(rankBy(rows, "personHours").map(({ id }) => id)).toEqual(["d", "a", "b", "c"]);
  });

  it("class the cells of the matrix by their share of the largest", () => {
    expect([0, 1, 10, 11, 50, 51, 100].map((value) => heatOf(value, 100))).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect(heatOf(1, 0)).toBe(0);
  });
});

describe("what is typed", () => {
  it("is a number above 0 or nothing", () => {
    expect(["72", " 1,5 ", "0", "-1", "", "two", "1e999"].map(readPositive)).toEqual([
      72,
      1.5,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("finds the group that binds at an hour", () => {
    const station = smallRun.assets[1];
    expect([5, 15, 25].map((hour) => bindingGroup(station, hour))).toEqual(["power", null, "power"]);
    expect(bindingGroup(smallRun.assets[0], 5)).toBeNull();
  });
});
