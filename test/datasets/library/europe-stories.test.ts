import { beforeAll, describe, expect, it } from "vitest";
import type { AssetResult, Dataset, RunResult, Scenario } from "../../../analyzer/index.ts";
import { stateTitle } from "../../../api/cli/state-title.ts";
import { readStories, type Story } from "../../../datasets/stories.ts";
import { analysisInput, europeFolder, readEurope, readScenarios, run } from "./europe-dataset.ts";
import { amountOf, measure, numbersIn, withoutFigures } from "./story-figures.ts";

const { stories, issues } = await readStories(europeFolder);
const scenarios = new Map(readScenarios().map((scenario) => [scenario.id, scenario]));

interface Told {
  readonly story: Story;
  readonly scenario: Scenario;
  readonly result: RunResult;
  /** What is hit and was not lost by the scenario. */
  readonly hit: readonly AssetResult[];
}

describe("the stories of the shipped scenarios", () => {
  let dataset: Dataset;
  const all = new Map<string, Told>();
  beforeAll(async () => {
    const read = await readEurope();
    if (read.dataset === null) throw new Error("europe cannot be read");
    dataset = read.dataset;
    const input = analysisInput(dataset);
    for (const story of stories) {
      const scenario = scenarios.get(story.scenario);
      if (scenario === undefined) throw new Error(`no scenario ${story.scenario}`);
      const result = run(input, scenario);
      const hit = result.assets.filter(({ chain }) => chain.length > 1);
      all.set(story.scenario, { story, scenario, result, hit });
    }
  });
  const told = (id: string): Told => {
    const found = all.get(id);
    if (found === undefined) throw new Error(`no story of ${id}`);
    return found;
  };
  const ids = stories.map(({ scenario }) => scenario);

  it("are one for each scenario, at least fourteen, from at least twelve causes", () => {
    expect(issues).toEqual([]);
    expect(ids.toSorted()).toEqual([...scenarios.keys()].toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(14);
    const causes = [...scenarios.values()].map(({ cause }) => cause ?? "");
    expect(causes).not.toContain("");
    expect(new Set(causes).size).toBeGreaterThanOrEqual(12);
  });

  it.each(ids)("%s: two sentences, and one that says what to look at", (id) => {
    const { text, lookAt } = told(id).story;
    const sentences = (prose: string) => prose.match(/[.?!](?=\s|$)/g)?.length;
    expect(sentences(text)).toBe(2);
    expect(sentences(lookAt)).toBe(1);
    expect(text.length).toBeLessThanOrEqual(400);
    expect(lookAt.length).toBeLessThanOrEqual(140);
    expect(`${text} ${lookAt}`).not.toMatch(/\btarget(s|ed)?\b/i);
  });

  it.each(ids)("%s: comes to rest, reaches its States in its time and spares whom it says", (id) => {
    const { story, result } = told(id);
    const first = new Map(result.states.map(({ code, firstHours }) => [code, firstHours]));
    const hours = story.reaches.map((code) => first.get(code) ?? Number.NaN);
    expect(Math.ceil(Math.max(...hours))).toBe(story.byHours);
    for (const code of story.spared ?? []) expect(first.has(code), code).toBe(false);
    expect(result.totals.statesReached).toBeGreaterThanOrEqual(story.reaches.length);
    expect(result.totals.foreignStatesReached > 0 || result.totals.statesReached > 1).toBe(true);
    expect(result.stopped).toBe("settled");
    expect(result.stuck).toEqual([]);
  });

  it.each(ids)("%s: the sector that it says is hit first, and the assets to look at are hit", (id) => {
    const { story, hit } = told(id);
    const assets = new Map(dataset.assets.map((asset) => [asset.id, asset]));
    const first = Math.min(...hit.map(({ firstHours }) => firstHours));
    const sectors = hit.filter(({ firstHours }) => firstHours === first).map(({ id }) => assets.get(id)?.sector);
    expect(sectors).toContain(story.nextSector);
    for (const id of story.assets) {
      expect(hit.map((asset) => asset.id)).toContain(id);
      const names = plain(assets.get(id)?.name ?? "").match(/\p{L}{3,}/gu) ?? [];
      expect(
        names.some((name) => plain(story.lookAt).includes(name)),
        `${id} in "${story.lookAt}"`,
      ).toBe(true);
    }
  });

  it.each(ids)("%s: every State named is one that the run names, or that is spared", (id) => {
    const { story, scenario, result } = told(id);
    const prose = plain(`${scenario.title} ${story.text} ${story.lookAt}`);
    const known = new Set(dataset.assets.flatMap(({ states }) => states.map(({ state }) => state)));
    const named = [...known].filter((code) => hasWord(prose, plain(stateTitle(code, dataset.description))));
    const allowed = new Set([...result.states.map(({ code }) => code), ...(story.spared ?? [])]);
    expect(named.filter((code) => !allowed.has(code))).toEqual([]);
  });

  it.each(ids)("%s: every number is a figure, and every figure is what the run says", (id) => {
    const { story, scenario, result } = told(id);
    const prose = `${scenario.title} ${story.text} ${story.lookAt}`;
    expect(numbersIn(withoutFigures(prose, story.figures))).toEqual([]);
    for (const figure of story.figures) {
      expect(prose, figure.text).toContain(figure.text);
      const { value, within } = amountOf(figure.text);
      const truth = measure(figure, dataset, scenario, result);
      const nearest = Math.min(...truth.map((amount) => Math.abs(amount - value)));
      expect(nearest, `"${figure.text}" (${figure.of}) is ${truth.join(" or ")}`).toBeLessThanOrEqual(within);
    }
  });
});

/** Without marks over letters. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{Mark}/gu, "");
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(String.raw`(?<!\p{L})${word}(?!\p{L})`, "u").test(text);
}

describe("the reading of figures", () => {
  it("knows numbers in digits and in words, with their precision", () => {
    expect(numbersIn("Two of 1,200 in T2, half-way, 1.9 million, someone often")).toEqual(["Two", "1,200", "1.9"]);
    expect(amountOf("two weeks")).toEqual({ value: 336, within: 0.5 });
    expect(amountOf("1.9 million")).toEqual({ value: 1_900_000, within: 50_000 });
    expect(amountOf("7 per cent")).toEqual({ value: 0.07, within: 0.005 });
    expect(amountOf("one French reactor in five")).toEqual({ value: 0.2, within: 1e-9 });
    expect(amountOf("four in ten")).toEqual({ value: 0.4, within: 1e-9 });
    expect(amountOf("nine ports")).toEqual({ value: 9, within: 0 });
    expect(amountOf("half their water")).toEqual({ value: 0.5, within: 0.005 });
  });
});
