import { checkDataset, type Dataset, type Issue, nowhere } from "../../analyzer/index.ts";
import { knownState, statesAt } from "../../datasets/states.ts";

/** The checks of an import for a dataset that is in no file: its issues name no place. Near linear in the rows. */
export function checkStored(dataset: Dataset): Issue[] {
  return checkDataset(dataset, { locate: () => nowhere, statesAt, knownState });
}
