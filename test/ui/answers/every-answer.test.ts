import { describe, expect, it } from "vitest";
import { catalogue, type Dataset, type Scenario } from "../../../analyzer/index.ts";
import { type CellValue, type DescribedField, describeAnswer } from "../../../ui/answers/describe-answer.ts";
import { measureUnit } from "../../../ui/answers/measure-unit.ts";
import { askAnalysis } from "../../support/ask.ts";
import { exampleParameters } from "../../support/example-parameters.ts";
import { goldenDataset, goldenNetwork } from "../../support/golden.ts";

const scenario = (id: string): Scenario => ({
  id: "chancy",
  title: "Chancy",
  horizonHours: 240,
  shocks: [{ select: { ids: [id] }, likelihood: 0.5 }],
});

const cases: readonly (readonly [name: string, dataset: Dataset, lost: string])[] = [
  ["the golden case", goldenDataset, "P1"],
  ["the golden network", goldenNetwork, goldenNetwork.assets[0]?.id ?? ""],
];

/** Numbers that count in no unit: a number of an order, a correlation. */
const without: ReadonlySet<string> = new Set(["rank", "trial", "tieGroup", "rankCorrelation"]);

/** Kinds that need no unit: shares are percent; a measure is in the unit of what was asked about, where there is one. */
const unitless: ReadonlySet<string> = new Set(["share", "text", "asset", "state", "flag"]);

const holdsNumber = (value: CellValue | undefined): boolean =>
  typeof value === "number" || (Array.isArray(value) && value.some((each) => typeof each === "number"));

describe.each(cases)("answers about %s", (_, dataset, lost) => {
  it.each(catalogue.map((analysis) => [analysis.id, analysis] as const))(
    "%s: every number has its unit",
    (id, analysis) => {
      const outcome = askAnalysis(id, dataset, exampleParameters(analysis, dataset, scenario(lost)));
      if (outcome.kind !== "done") {
        expect(outcome.kind).toBe("refused");
        return;
      }
      const { facts, parts, tables } = describeAnswer({ ...outcome.result });
      const measured = measureUnit(outcome.result) !== null;
      const isBare = ({ path, words }: DescribedField) =>
        words.unit === null &&
        !unitless.has(words.kind) &&
        !(words.kind === "measure" && measured) &&
        !without.has(path.at(-1) ?? "");
      const numeric = (field: DescribedField, value: CellValue | undefined) => holdsNumber(value) && isBare(field);
      const bare = [
        ...[...facts, ...parts.flatMap((part) => part.facts)].filter((fact) => numeric(fact, fact.value)),
        ...tables
          .filter(({ columns }) => !columns.some(({ path }) => path.at(-1) === "unit"))
          .flatMap(({ columns, rows }) => columns.filter((column, at) => rows.some((row) => numeric(column, row[at])))),
      ];
      expect(bare.map(({ path }) => path.join("."))).toEqual([]);
    },
  );
});
