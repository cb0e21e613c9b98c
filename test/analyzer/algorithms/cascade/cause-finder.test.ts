import { describe, expect, it } from "vitest";
import type { Asset, Dependency } from "../../../../analyzer/index.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { lose } from "../../../support/small-scenario.ts";
import { causesOf, chainOf } from "./causes-of.ts";

/** Rows as `A>X`, or `A>X group` with more columns. */
const row = (text: string, more: Partial<Dependency> = {}): Dependency => {
  const [ends = "", group] = text.split(" ");
  const [provider = "", dependent = ""] = ends.split(">");
  return dependencyRow(provider, dependent, group === undefined ? more : { group, ...more });
};

const data = (rows: readonly Dependency[], more: Readonly<Record<string, Partial<Asset>>> = {}) =>
  datasetOf({ assets: ["A", "B", "C", "K", "X"].map((id) => assetRow(id, more[id])), dependencies: rows });

describe("the cause of an interval: a shock", () => {
  const chain = data([row("A>X power")]);

  it("where the asset's own availability alone gives the level", () => {
    expect(causesOf(chain, [lose("X", 0, 4)], "X")).toEqual(["shock"]);
    expect(causesOf(chain, [lose("X", 0, 4, 0.5), lose("A", 0, 4, 0.5)], "X")).toEqual(["shock"]);
  });

  it("not where a provider leaves it less than the shock does", () => {
    expect(causesOf(chain, [lose("X", 0, 4, 0.5), lose("A", 0, 4, 0.25)], "X")).toEqual(["A by power"]);
  });

  it("over the restart that follows, and what comes after a provider's loss is the provider's", () => {
    const slow = data([row("A>X power")], { X: { restartHours: 3 } });
    expect(causesOf(slow, [lose("X", 0, 4, 0.5), lose("A", 1, 1)], "X")).toEqual(["shock", "A by power", "shock"]);
    expect(causesOf(slow, [lose("A", 0, 2), lose("X", 2, 2)], "X")).toEqual(["A by power"]);
  });
});

describe("the cause of an interval: the group that binds", () => {
  const either = (a: Partial<Dependency>, b: Partial<Dependency>) => data([row("A>X a", a), row("B>X b", b)]);
  const both = [lose("A", 0, 4), lose("B", 0, 4)];

  it("is the one that leaves least, ties by name", () => {
    expect(causesOf(either({ loss: 0.5 }, {}), both, "X")).toEqual(["B by b"]);
    expect(causesOf(either({}, {}), both, "X")).toEqual(["A by a"]);
    expect(causesOf(data([row("A>X b"), row("B>X a")]), both, "X")).toEqual(["B by a"]);
  });

  it("is not one whose buffer still holds", () => {
    expect(causesOf(either({ bufferHours: 2 }, {}), both, "X")).toEqual(["B by b"]);
  });

  it("stays what it was at the start of the interval", () => {
    // From 2 h on A alone would do, but the level is the same and so is the interval.
    expect(causesOf(either({}, {}), [lose("B", 0, 8), lose("A", 2, 4)], "X")).toEqual(["B by b"]);
  });
});

describe("the cause of an interval: the provider in the group", () => {
  const pool = data([row("A>X g", { need: 2 }), row("B>X g"), row("K>X own", { loss: 0.1 })]);

  it("is the one with the lowest level", () => {
    expect(causesOf(pool, [lose("A", 1, 4, 0.5), lose("B", 1, 4, 0.25)], "X")).toEqual(["B by g"]);
  });

  it("of several at one level is the one that fell last, then the first by id", () => {
    const buffered = data([row("A>X g", { need: 2, bufferHours: 5 }), row("B>X g")]);
    expect(causesOf(buffered, [lose("A", 1, 200), lose("B", 2, 200)], "X")).toEqual(["B by g"]);
    expect(causesOf(buffered, [lose("A", 2, 200), lose("B", 1, 200)], "X")).toEqual(["A by g"]);
    expect(causesOf(pool, [lose("B", 1, 4), lose("A", 1, 4)], "X")).toEqual(["A by g"]);
  });

  it("is read with its lag", () => {
    const late = data([row("A>X g", { need: 2, lagHours: 3, bufferHours: 9 }), row("B>X g")]);
    // B is lost after A, but A's loss arrives last.
    expect(causesOf(late, [lose("A", 0, 200), lose("B", 2, 200)], "X")).toEqual(["A by g"]);
  });

  it("of a lagged row belongs to the provider's interval at the time it left", () => {
    const late = data([row("A>X g", { lagHours: 3 }), row("K>A a"), row("B>A b")]);
    const shocks = [lose("K", 0, 1), lose("B", 1, 1, 0.5)];
    expect(causesOf(late, shocks, "A")).toEqual(["K by a", "B by b"]);
    expect(chainOf(late, shocks, "X")).toBe("K > A > X");
  });
});

describe("assets that fall at one instant and need each other", () => {
  it("take the cause from outside, whatever their group names prefer", () => {
    const loop = data([row("B>A a"), row("K>A k"), row("A>B a")]);
    expect(causesOf(loop, [lose("K", 0, 4)], "A")).toEqual(["K by k"]);
    expect(causesOf(loop, [lose("K", 0, 4)], "B")).toEqual(["A by a"]);
    expect(chainOf(loop, [lose("K", 0, 4)], "B")).toBe("K > A > B");
  });

  it("begin their chain at the one that a shock holds in part", () => {
    // Half of A is too little for B, and without B there is nothing of A left.
    const loop = data([row("B>A b"), row("A>B a", { rule: "threshold" }), row("B>X b")]);
    const shocks = [lose("A", 0, 4, 0.5)];
    expect(causesOf(loop, shocks, "A")).toEqual(["shock"]);
    expect(causesOf(loop, shocks, "B")).toEqual(["A by a"]);
    expect(chainOf(loop, shocks, "X")).toBe("A > B > X");
  });

  it("of a loop that stays down after the shock keep what began it", () => {
    const loop = data([row("B>A a"), row("K>A k"), row("A>B a"), row("B>X x")]);
    expect(chainOf(loop, [lose("K", 0, 4)], "X")).toBe("K > A > B > X");
    expect(causesOf(loop, [lose("K", 0, 4)], "X")).toEqual(["B by x"]);
  });

  it("give everything downstream one chain, over two loops too", () => {
    const loops = data([row("K>A k"), row("B>A a"), row("A>B a"), row("B>C a"), row("X>C b"), row("C>X a")]);
    expect(chainOf(loops, [lose("K", 0, 4)], "X")).toBe("K > A > B > C > X");
  });
});
