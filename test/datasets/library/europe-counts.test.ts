import { beforeAll, describe, expect, it } from "vitest";
import { type Dataset, lossScenario, type RunResult } from "../../../analyzer/index.ts";
import { readEuropeTables } from "../../../datasets/recipes/europe/europe-tables.ts";
import type { Fact } from "../../../datasets/recipes/europe/fact.ts";
import { factsFolder } from "../../../datasets/recipes/europe/facts-folder.ts";
import { readTable } from "../../../datasets/recipes/europe/table.ts";
import { analysisInput, readEurope, run } from "./europe-dataset.ts";

const tables = readEuropeTables(factsFolder());
const fromFile =
  (...files: readonly string[]) =>
  (fact: Fact): boolean =>
    files.includes(fact.row.file);
const ofKind =
  (...kinds: readonly string[]) =>
  (fact: Fact): boolean =>
    kinds.includes(fact.kind);

/** What is authored by hand, by class, and how many there are to be at least. */
const classes: readonly (readonly [string, number, (fact: Fact) => boolean])[] = [
  ["interconnectors", 110, ofKind("interconnector")],
  ["large power plants", 150, fromFile("power-plants.csv")],
  ["gas border points", 50, ofKind("gas border point")],
  ["LNG terminals", 30, ofKind("LNG terminal")],
  ["gas storages", 25, ofKind("gas storage")],
  ["oil terminals, pipelines and refineries", 25, fromFile("oil.csv")],
  ["payment, settlement, clearing and exchanges", 70, fromFile("finance.csv")],
  ["rivers, reservoirs, water works and desalination", 50, fromFile("water.csv")],
  ["hospitals", 80, ofKind("hospital")],
  ["grain, fertiliser and food hubs", 50, fromFile("food.csv")],
  ["data centres, exchanges and cable landings", 50, fromFile("digital.csv")],
  ["straits, canals, tunnels, bridges and passes", 12, ofKind("strait", "canal", "chokepoint", "tunnel", "bridge")],
];

/** How long kinds run on their own, hours, and how many second sites they have: the bands that planners use. */
const autonomies: readonly (readonly [kind: string, group: string, least: number, most: number, ways: number])[] = [
  ["payment system", "power", 72, 72, 2],
  ["clearing house", "power", 72, 72, 2],
  ["settlement system", "power", 72, 72, 2],
  ["hospital", "power", 48, 96, 2],
  ["internet exchange", "power", 24, 72, 2],
  ["data centre", "power", 12, 48, 2],
  ["airport", "power", 12, 24, 2],
  ["water works", "power", 12, 24, 2],
  ["port", "power", 0, 4, 2],
  ["railway line", "power", 0, 0, 2],
  ["refinery", "power", 0, 0, 2],
  ["hospital", "insulin", 168, 720, 1],
  ["city", "food", 48, 72, 2],
  ["airport", "fuel", 72, 168, 2],
];

describe("what is authored", () => {
  it.each(classes)("%s: at least %i, each with its source, year and confidence", (_, atLeast, wanted) => {
    const facts = tables.facts.filter(wanted);
    expect(facts.length).toBeGreaterThanOrEqual(atLeast);
    for (const { id, sourceNote, asOf, confidence } of facts) {
      expect(sourceNote, id).not.toBe("");
      expect(asOf, id).toMatch(/^(19|20)\d\d$/);
      expect(confidence, id).toBeGreaterThan(0);
    }
  });

  it("is over 700 facts in all", () => {
    expect(tables.facts.length).toBeGreaterThan(700);
  });

  it.each([
    ["states.csv", "peak_load_note", "peak_load_as_of"],
    ["transfer-limits.csv", "source_note", "as_of"],
    ["air-links.csv", "source_note", "as_of"],
  ])("says in every row of %s after whom and of which year", (file, note, year) => {
    const rows = readTable(factsFolder(), file).map(({ cells }) => cells);
    expect(rows.length).toBeGreaterThan(50);
    for (const cells of rows) {
      expect(cells[note], JSON.stringify(cells)).toBeTruthy();
      expect(cells[year], JSON.stringify(cells)).toMatch(/^(19|20)\d\d$/);
      expect(Number(cells["confidence"]), JSON.stringify(cells)).toBeGreaterThan(0);
    }
  });
});

describe("the bundled dataset as a whole", () => {
  let dataset: Dataset;
  let undisturbed: RunResult;
  beforeAll(async () => {
    const read = await readEurope();
    if (read.dataset === null) throw new Error("europe cannot be read");
    dataset = read.dataset;
    undisturbed = run(analysisInput(dataset), lossScenario(["rungis"], 1));
  });

  it("has at least 40 States, and a fifth of its links authored or observed", () => {
    const states = new Set(dataset.assets.flatMap(({ states }) => states.map(({ state }) => state)));
    expect(states.size).toBeGreaterThanOrEqual(40);
    const links = [...dataset.dependencies, ...dataset.connections];
    const rules = new Set(links.filter(({ method }) => method === "inferred").map(({ source }) => source));
    expect(rules).toEqual(new Set(["rules"]));
    const stated = links.filter(({ method }) => method !== "inferred");
    for (const { id, source } of stated) expect(source, id).not.toBe("rules");
    expect(stated.length / links.length).toBeGreaterThan(0.2);
  });

  it("names after whom every authored row is, and of which year", () => {
    const authored = [
      ...dataset.assets.filter(({ source }) => source === "facts"),
      ...[...dataset.dependencies, ...dataset.connections].filter(({ method }) => method === "authored"),
    ];
    expect(authored.filter(({ extra }) => !extra?.["x_source_note"]).map(({ id }) => id)).toEqual([]);
    expect(authored.filter(({ extra }) => !/^(19|20)\d\d$/.test(extra?.["x_as_of"] ?? "")).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it.each(autonomies)("lets a %s without %s run for %i to %i hours, with at least %i ways to get it", (...band) => {
    const [kind, group, least, most, ways] = band;
    const autonomy = tables.autonomy(kind, group);
    expect(autonomy?.bufferHours).toBeGreaterThanOrEqual(least);
    expect(autonomy?.bufferHours).toBeLessThanOrEqual(most);
    expect(autonomy?.providers).toBeGreaterThanOrEqual(ways);
  });

  it("knows what each State's grid can send its neighbours, for each pair with a line and both ways, and nothing else", () => {
    const known = tables.transferLimits.map(({ from, to }) => `${from} ${to}`);
    const main = new Map(
      dataset.assets.map(({ id, states }) => [id, states.toSorted((a, b) => b.share - a.share)[0]?.state]),
    );
    const lines = new Map<string, number>();
    for (const { a, b, commodity, capacity = Infinity } of dataset.connections) {
      if (commodity !== "electricity" || main.get(a) === main.get(b)) continue;
      for (const pair of [`${main.get(a)} ${main.get(b)}`, `${main.get(b)} ${main.get(a)}`]) {
        lines.set(pair, (lines.get(pair) ?? 0) + capacity);
      }
    }
    expect(new Set(known)).toEqual(new Set(lines.keys()));
    expect(new Set(known).size).toBe(known.length);
    // The dataset states those that differ from what the lines add up to.
    const stated = new Map(
      dataset.description.networks?.["electricity"]?.transferLimits?.map(({ from, to, capacity }) => [
        `${from} ${to}`,
        capacity,
      ]),
    );
    for (const { from, to, capacity } of tables.transferLimits) {
      const pair = `${from} ${to}`;
      expect(stated.get(pair) ?? lines.get(pair), pair).toBeCloseTo(capacity, 0);
    }
    expect(stated.size).toBeGreaterThan(50);
    expect(stated.size).toBeLessThan(known.length);
  });

  it("meets the demand of every State where nothing is lost, within what can be sent over the borders", () => {
    expect(undisturbed.zones?.map(({ commodity }) => commodity)).toEqual(["electricity", "gas"]);
    for (const { commodity, before } of undisturbed.zones ?? []) {
      const short = before.zones.filter(({ share }) => share < 1 - 1e-9).map(({ code }) => code);
      expect(short, commodity).toEqual([]);
      for (const { from, to, amount, capacity } of before.flows) {
        expect(amount, `${commodity} from ${from} to ${to}`).toBeLessThanOrEqual((capacity ?? Infinity) + 1e-6);
      }
    }
  });
});
