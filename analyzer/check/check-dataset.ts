import { atOnce } from "../model/at-once.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Issue } from "../model/issue.ts";
import { checkAssumedColumns } from "./assumed-columns.ts";
import { checkCapacityScale } from "./capacity-scale.ts";
import { checkCapacityUnits } from "./capacity-units.ts";
import type { CheckContext } from "./check-context.ts";
import { checkDuplicateIds } from "./duplicate-ids.ts";
import { collectFacts, type Facts } from "./facts.ts";
import { checkGroupColumns } from "./group-columns.ts";
import { checkGroupNames } from "./group-names.ts";
import { checkGroupNeed } from "./group-need.ts";
import { checkIslandSupply } from "./island-supply.ts";
import { checkIsolatedAssets } from "./isolated-assets.ts";
import { descriptionIssue } from "./make-issue.ts";
import { checkNetworkRows } from "./network-rows.ts";
import { checkNetworkSettings } from "./network-settings.ts";
import { checkPlaces } from "./places.ts";
import { checkProvenance } from "./provenance.ts";
import { checkRepairOrder } from "./repair-order.ts";
import { checkRowValues } from "./row-values.ts";
import { checkSelfReferences } from "./self-references.ts";
import { checkStateCodes } from "./state-codes.ts";
import { checkUnconnectedAmounts } from "./unconnected-amounts.ts";
import { checkReferences } from "./unknown-references.ts";
import { checkVocabulary } from "./vocabulary.ts";
import { checkZoneAmounts } from "./zone-amounts.ts";
import { checkZoneSupply } from "./zone-supply.ts";

type Question = (facts: Facts) => Issue[];

/** Questions about rows by themselves, in the order their issues are told. */
const rowQuestions: readonly Question[] = [
  checkRowValues,
  checkDuplicateIds,
  checkVocabulary,
  checkStateCodes,
  checkPlaces,
  checkRepairOrder,
  checkAssumedColumns,
  checkSelfReferences,
  checkGroupNames,
];

/** Questions that only the whole dataset answers. */
const datasetQuestions: readonly Question[] = [
  checkAssets,
  checkProvenance,
  checkNetworkSettings,
  checkReferences,
  checkCapacityUnits,
  checkCapacityScale,
  checkGroupColumns,
  checkGroupNeed,
  checkNetworkRows,
  checkUnconnectedAmounts,
  checkZoneAmounts,
  checkIslandSupply,
  checkZoneSupply,
  checkIsolatedAssets,
];

/** How many issues of one code are told one by one. */
const shownPerCode = { error: 1000, warning: 100, info: 100 } as const;

/**
 * Asks every question about a dataset. Nothing is thrown and nothing is changed; same dataset, same issues in the same
 * order. Of one code at most 1000 errors or 100 others are told, the rest counted. Near linear in the rows.
 */
export function checkDataset(dataset: Dataset, context: CheckContext): Issue[] {
  return atOnce(checkDatasetSteps(dataset, context));
}

/** `checkDataset` in steps, one for each question, for whoever has others to let in. */
export function checkDatasetSteps(dataset: Dataset, context: CheckContext): Generator<undefined, Issue[]> {
  return ask([...rowQuestions, ...datasetQuestions], dataset, context);
}

/** Asks only what rows can answer without the rest of their dataset, as those of an overlay; otherwise like `checkDataset`. */
export function checkRows(rows: Dataset, context: CheckContext): Issue[] {
  return atOnce(ask(rowQuestions, rows, context));
}

function* ask(questions: readonly Question[], dataset: Dataset, context: CheckContext): Generator<undefined, Issue[]> {
  const facts = collectFacts(dataset, context);
  const issues: Issue[] = [];
  for (const question of questions) {
    yield;
    // One by one: there may be more than a call has room for.
    for (const issue of question(facts)) issues.push(issue);
  }
  return shorten(issues, context);
}

/** Is there anything to ask about? */
function checkAssets({ dataset, context }: Facts): Issue[] {
  if (dataset.assets.length > 0) return [];
  return [descriptionIssue(context, { code: "DATASET_WITHOUT_ASSETS", text: "The dataset has no asset." })];
}

function shorten(issues: readonly Issue[], context: CheckContext): Issue[] {
  const counts = new Map<string, number>();
  const hidden = new Map<string, number>();
  const shown = issues.filter(({ code, severity }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    const over = count - shownPerCode[severity];
    if (over > 0) hidden.set(code, over);
    return over <= 0;
  });
  for (const [code, count] of hidden) {
    const text = `${count} more of ${code} are not shown.`;
    shown.push(descriptionIssue(context, { code: "ISSUES_SHORTENED", value: code, text }));
  }
  return shown;
}
