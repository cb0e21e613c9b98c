import { checkDataset } from "../check/check-dataset.ts";
import { Cascade } from "../algorithms/cascade/cascade.ts";
import type { RunGround } from "../measures/ground.ts";
import type { Dataset } from "../model/dataset.ts";
import { hasErrors, type Issue, nowhere } from "../model/issue.ts";
import type { Overlay } from "../model/overlay.ts";
import { applyOverlay } from "../system/apply-overlay.ts";
import { compileSystem } from "../system/compile-system.ts";
import { compileTerritory } from "../system/territory.ts";

/** A dataset with its overlays, checked and compiled; or why not. */
export type GroundOutcome =
  | { readonly kind: "ready"; readonly ground: RunGround }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] };

/** Compiled datasets, so that asking again of the same one costs nothing; forgotten together with the dataset. */
const compiled = new WeakMap<Dataset, RunGround>();

/**
 * Applies the overlays in order, checks the outcome and compiles it. A dataset without overlays was checked when it was
 * read and is not checked again.
 *
 * Cost: O(n log n) in the rows.
 */
export function prepareGround(dataset: Dataset, overlays: readonly Overlay[]): GroundOutcome {
  let changed = dataset;
  for (const overlay of overlays) {
    const outcome = applyOverlay(changed, overlay);
    if (hasErrors(outcome.issues)) return { kind: "refused", issues: outcome.issues };
    changed = outcome.dataset;
  }
  if (overlays.length > 0) {
    const issues = checkDataset(changed, { locate: () => nowhere });
    if (hasErrors(issues)) return { kind: "refused", issues: issues.filter(({ severity }) => severity === "error") };
  }
  return { kind: "ready", ground: compile(changed) };
}

function compile(dataset: Dataset): RunGround {
  const known = compiled.get(dataset);
  if (known !== undefined) return known;
  const ground = { dataset, cascade: new Cascade(compileSystem(dataset)), territory: compileTerritory(dataset) };
  compiled.set(dataset, ground);
  return ground;
}
