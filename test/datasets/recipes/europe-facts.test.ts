import { countries, getCountryData, type TCountryCode } from "countries-list";
import { describe, expect, it } from "vitest";
import { readEuropeTables } from "../../../datasets/recipes/europe/europe-tables.ts";
import type { Fact, FactFile } from "../../../datasets/recipes/europe/fact.ts";
import { factsFolder } from "../../../datasets/recipes/europe/facts-folder.ts";
import { stateName } from "../../../datasets/states.ts";
import { readTable } from "../../../datasets/recipes/europe/table.ts";
import type { Verdict } from "./europe/compare-facts.ts";
import { readEurope } from "../library/europe-dataset.ts";
import { whySkipped } from "./europe/shared-data.ts";
import * as verdicts from "./europe/verdicts.ts";
import * as networks from "./europe/verdicts-networks.ts";

const tables = readEuropeTables(factsFolder());
const { dataset } = await readEurope();
const airports = dataset?.assets.filter(({ kind }) => kind === "airport") ?? [];
const nameOf = (state: string): string => stateName(state) ?? state;
const of = (file: FactFile, wanted: (fact: Fact) => boolean = () => true): Fact[] =>
  tables.facts.filter((fact) => fact.row.file === file && wanted(fact));

/** The table of differences that are known and why they stay. */
const known = readTable(new URL("./europe/", import.meta.url).pathname, "known-differences.csv").map(
  ({ cells }) => cells,
);

const comparisons: readonly (readonly [string, number, () => Map<string, Verdict>])[] = [
  ["power plants", 150, () => verdicts.judgePlants(of("power-plants.csv"))],
  ["interconnectors", 20, () => verdicts.judgeLinks(of("interconnectors.csv", isLink))],
  ["gas border points", 30, () => verdicts.judgeGasPoints(of("gas-points.csv"))],
  ["fertiliser plants", 12, () => verdicts.judgeFertiliser(of("food.csv", isFertiliser))],
  ["reservoirs", 1, () => verdicts.judgeReservoirs(of("water.csv", ({ kind }) => kind === "reservoir"))],
  ["gas terminals, storages and fields", 50, () => networks.judgeGasSources(of("gas-sources.csv"))],
  ["hydro plants", 38, () => networks.judgeHydro(of("power-plants.csv", ({ kind }) => kind === "hydro power plant"))],
  ["airports", 200, () => networks.judgeAirports(airports)],
  ["air links", 300, () => networks.judgeAirLinks(tables.airLinks)],
  ["transfer limits", 55, () => networks.judgeTransferLimits(tables.transferLimits)],
  ["borders with a line", 60, () => networks.judgeBorders(of("interconnectors.csv"))],
  ["peak loads", 40, () => networks.judgePeakLoads(tables.states.values(), nameOf)],
  ["gas loads", 28, () => networks.judgeGasLoads(tables.states.values(), nameOf)],
  ["population", 45, () => verdicts.judgePopulation(tables.states.values(), threeLetters)],
];

if (whySkipped !== null) console.warn(whySkipped);

describe("the authored facts", () => {
  it("are more than 200, in the six sectors and digital, each with source, year and confidence", () => {
    expect(tables.facts.length).toBeGreaterThanOrEqual(700);
    expect(new Set(tables.facts.map(({ sector }) => sector))).toEqual(
      new Set(["energy", "transport", "finance", "water", "food", "health", "digital"]),
    );
    for (const fact of tables.facts) {
      expect(fact.sourceNote, fact.id).not.toBe("");
      expect(fact.asOf, fact.id).toMatch(/^(19|20)\d\d$/);
      expect(fact.confidence, fact.id).toBeGreaterThan(0);
      expect(fact.confidence, fact.id).toBeLessThanOrEqual(0.95);
    }
  });

  it("give each known difference a reason", () => {
    for (const row of known) expect(row["reason"], row["fact"]).not.toBe("");
  });
});

describe.skipIf(whySkipped !== null)("the facts and public raw files", () => {
  it.each(comparisons)("agree on %s, or the difference is known", (subject, atLeast, judge) => {
    const found = judge();
    const differing = [...found].filter(([, verdict]) => verdict === "differs").map(([fact]) => fact);
    const listed = known.filter((row) => row["subject"] === subject).map((row) => row["fact"]);
    expect(new Set(differing)).toEqual(new Set(listed));
    expect([...found.values()].filter((verdict) => verdict === "agrees").length).toBeGreaterThanOrEqual(atLeast);
  });
});

function isLink({ row }: Fact): boolean {
  return row.cells["form"] === "link";
}

function isFertiliser({ kind }: Fact): boolean {
  return kind === "fertiliser plant" || kind === "ammonia plant";
}

function threeLetters(state: string): string | undefined {
  return state in countries ? getCountryData(state as TCountryCode).iso3 : undefined;
}
