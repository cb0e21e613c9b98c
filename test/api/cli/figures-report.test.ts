import { describe, expect, it } from "vitest";
import { figuresReport } from "../../../api/cli/reports/figures-report.ts";
import { wrapText } from "../../../api/cli/wrap-text.ts";
import { libraryDataset } from "../http/test-service.ts";

describe("a dataset in figures", () => {
  it("counts assets per sector and State, and what crosses a border, by hand for the golden dataset", async () => {
    const lines = figuresReport(await libraryDataset("golden"));
    expect(lines).toEqual([
      "golden 1.0.0: Golden case: ten services of three fictional States",
      "10 assets in 3 States",
      "13 dependencies, 4 of them across a border; 0 connections",
      "links 100 % authored; sources of 2026-11-22",
      "",
      "assets        XA  XB  XC",
      "digital        1   ·   ·",
      "energy         2   2   ·",
      "finance        ·   1   ·",
      "food           ·   ·   1",
      "health         1   ·   ·",
      "transport      ·   1   ·",
      "water          1   ·   ·",
      "· none in this dataset, which does not say that there is none",
    ]);
  });

  it("fits a terminal, and adds up to the dataset", async () => {
    const dataset = await libraryDataset("europe");
    const lines = figuresReport(dataset);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(lines.length).toBeLessThanOrEqual(40);
    const blocks = lines.filter((line) => /^[a-z]+ {2,}[\d·]/u.test(line) && !line.startsWith("assets"));
    const counted = blocks.flatMap((line) => line.split(/\s+/u).slice(1)).map((cell) => Number(cell) || 0);
    const shares = dataset.assets.reduce((sum, { states }) => sum + states.length, 0);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(shares);
    const states = new Set(dataset.assets.flatMap((asset) => asset.states.map(({ state }) => state)));
    const named = lines.filter((line) => line.startsWith("assets ")).flatMap((line) => line.split(/\s+/u).slice(1));
    expect(named).toEqual([...states].sort());
  });

  it("says that the date is not known where no source in use has one", async () => {
    const golden = await libraryDataset("golden");
    const dataset = { ...golden, description: { ...golden.description, sources: [] } };
    expect(figuresReport(dataset).join(" ")).toContain("date of the sources unknown");
  });

  it("breaks lines between words only", () => {
    expect(wrapText("one two  three", 7)).toEqual(["one two", "three"]);
    expect(wrapText("incomprehensibilities of a", 8)).toEqual(["incomprehensibilities", "of a"]);
    expect(wrapText("  ", 8)).toEqual([]);
  });
});
