import type { Dataset, RunResult, Scenario } from "../../../analyzer/index.ts";
import type { StoryFigure } from "../../../datasets/stories.ts";

const words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const token = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(\d[\d,]*(?:\.\d+)?|half|${words.join("|")})(?![\p{L}\p{N}-])`,
  "giu",
);

/** Every number that stands in a text, in digits or as a word from two to twelve, and halves. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(token)].map(([, found = ""]) => found);
}

/** What is left of a text where its figures are taken out. */
export function withoutFigures(text: string, figures: readonly StoryFigure[]): string {
  return figures.reduce((rest, figure) => rest.replaceAll(figure.text, "…"), text);
}

interface Amount {
  readonly value: number;
  /** How far the truth may be away for the text to be right. */
  readonly within: number;
}

/** A text such as "two weeks", "1.9 million", "45 per cent", "four in ten" as an amount in hours, people, shares or counts. */
export function amountOf(text: string): Amount {
  const part = /^(one|\w+) (?:.* )?in (\w+)$/iu.exec(text);
  if (part !== null) return { value: valueOf(part[1]) / valueOf(part[2]), within: 1e-9 };
  const [found = ""] = numbersIn(text);
  const value = valueOf(found);
  const decimals = /\.(\d+)/.exec(found)?.[1]?.length ?? 0;
  const halfDigit = 0.5 * 10 ** -decimals;
  if (/million/.test(text)) return { value: value * 1e6, within: halfDigit * 1e6 };
  if (/per cent/.test(text)) return { value: value / 100, within: halfDigit / 100 };
  const hours = /hours?$/.test(text) ? 1 : /days?$/.test(text) ? 24 : /weeks?$/.test(text) ? 168 : null;
  if (hours !== null) return { value: value * hours, within: 0.5 };
  return { value, within: found === "half" ? 0.005 : 0 };
}

function valueOf(word = ""): number {
  const lower = word.toLowerCase();
  if (lower === "one") return 1;
  if (lower === "half") return 0.5;
  return words.includes(lower) ? words.indexOf(lower) + 2 : Number(word.replaceAll(",", ""));
}

/** What a run says of a figure; several values where a scenario states several. */
export function measure(figure: StoryFigure, dataset: Dataset, scenario: Scenario, result: RunResult): number[] {
  const assets = new Map(dataset.assets.map((asset) => [asset.id, asset]));
  const lost = result.assets.filter(({ chain }) => chain.length === 1);
  const hit = result.assets
    .filter(({ chain }) => chain.length > 1)
    .filter(({ id }) => figure.kind === undefined || assets.get(id)?.kind === figure.kind);
  const statesOf = (rows: readonly { readonly id: string }[]): Set<string> =>
    new Set(rows.flatMap(({ id }) => assets.get(id)?.states.map(({ state }) => state) ?? []));
  const one = result.assets.find(({ id }) => id === figure.asset);
  const levels = scenario.shocks.map(({ availability = 0 }) => availability);
  switch (figure.of) {
    case "startHours":
      return scenario.shocks.map(({ fromHours = 0 }) => fromHours);
    case "lossHours":
      return scenario.shocks.flatMap(({ hours }) => hours ?? []);
    case "level":
      return levels;
    case "lossShare":
      return levels.map((level) => 1 - level);
    case "lostAssets":
      return [lost.length];
    case "lostStates":
      return [statesOf(lost).size];
    case "firstHours":
      return [one?.firstHours ?? result.states.find(({ code }) => code === figure.state)?.firstHours ?? Number.NaN];
    case "minLevel":
      return [one?.minLevel ?? Number.NaN];
    case "loss":
      return [1 - (one?.minLevel ?? Number.NaN)];
    case "assets":
      return [hit.length];
    case "states":
      return [statesOf(hit).size];
    case "people":
      return [hit.reduce((sum, { id }) => sum + (assets.get(id)?.peopleServed ?? 0), 0)];
    case "statesReached":
      return [result.totals.statesReached];
    case "foreignStatesReached":
      return [result.totals.foreignStatesReached];
  }
}
