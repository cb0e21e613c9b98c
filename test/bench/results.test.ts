import { expect, it } from "vitest";
import { resultsChart } from "./results-chart.ts";
import { cellsOf, cellTitles, type Results, resultsPage } from "./results-page.ts";
import type { Row } from "./row.ts";

const row: Row = {
  name: "scan A & B",
  ours: { median: 2, min: 1, max: 3, first: 9 },
  peer: { name: "peer", median: 300, note: "10 of 100 sources" },
  ratio: 150,
  floor: { kind: "faster", least: 100 },
  work: "17 expansions",
  fault: null,
};
const slow: Row = { ...row, name: "slow", ratio: 50 };
const wrong: Row = { ...row, name: "wrong", fault: "ours answers 1, the peer 2" };
const alone: Row = { ...row, name: "alone", peer: null, ratio: null, floor: { kind: "milliseconds", most: 1 } };
const results: Results = {
  date: "2026-01-31",
  command: "npm run bench",
  rounds: undefined,
  machine: "2 cores",
  load: 0.1,
  cores: 2,
  sections: [{ title: "Scan", rows: [row, slow, wrong, alone] }],
  skipped: ["peers: not asked for"],
  failed: ["zones: it broke\nhere"],
};

it("says what was measured, how, and what was not kept", () => {
  const page = resultsPage(results);
  expect(page).toContain("`npm run bench` on 2026-01-31; 2 cores.");
  expect(page).toContain("The machine was quiet");
  expect(page).toContain("the median of 9 rounds below a second, of 5 above");
  expect(resultsPage({ ...results, rounds: 3 })).toContain("the median of 3 rounds");
  expect(page).toContain("1 of 4 floors are kept; these are not:");
  expect(page).toContain("- slow beside peer: 50x (>= 100x)");
  expect(page).toContain("- wrong beside peer: ours answers 1, the peer 2 (>= 100x)");
  expect(page).toContain("- alone: 2 ms (<= 1 ms)");
  expect(page).toContain(
    "| scan A & B | 2 | 1 | 3 | 9 | peer (10 of 100 sources) | 300 | 150x | >= 100x | met | 17 expansions |",
  );
  expect(page).toContain("- SKIPPED peers: not asked for");
  expect(page).toContain("- FAILED zones: it broke here");
  expect(cellsOf(row)).toHaveLength(cellTitles.length);
});

it("says so when others were at work", () => {
  expect(resultsPage({ ...results, load: 3 })).toContain("not quiet: load 3.0 on 2 cores");
});

it("draws a bar per ratio, longer for more, and none for what is void or alone", () => {
  const chart = resultsChart(results.sections);
  const widths = [...chart.matchAll(/<rect class="(\w+)"[^>]* width="([\d.]+)"/g)].map(([, kept, wide]) => [
    kept,
    Number(wide),
  ]);
  expect(widths.map(([kept]) => kept)).toEqual(["met", "missed"]);
  expect(Number(widths[0]?.[1])).toBeGreaterThan(Number(widths[1]?.[1]));
  expect(chart).toContain("scan A &amp; B | peer");
  expect(chart).toContain("50x missed");
  expect(chart).toContain("prefers-color-scheme: dark");
});

it("draws nothing where nothing can be compared", () => {
  expect(resultsChart([{ title: "Alone", rows: [alone] }])).not.toContain("<rect");
});
