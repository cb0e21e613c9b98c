import { checkDataset } from "../check/check-dataset.ts";
import { Cascade } from "../algorithms/cascade/cascade.ts";
import type { RunGround } from "../measures/ground.ts";
import type { Dataset } from "../model/dataset.ts";
import { hasErrors, type Issue, nowhere } from "../model/issue.ts";
import type { Overlay } from "../model/overlay.ts";
import { applyOverlay } from "../system/apply-overlay.ts";
import { compileSystem } from "../system/compile-system.ts";
import { restoreGround, type SharedGround } from "./share.ts";
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

/** What a dataset without overlays compiles to, to be sent or kept beside it. Cost: as `prepareGround`. */
export function compiledOf(dataset: Dataset): SharedGround {
  const { cascade, territory } = compile(dataset);
  return { system: cascade.system, territory };
}

/** The same where the dataset was compiled already; null where not. O(1). */
export function knownCompiledOf(dataset: Dataset): SharedGround | null {
  return compiled.has(dataset) ? compiledOf(dataset) : null;
}

/** Takes what a dataset was compiled to elsewhere, so that it is not compiled again. It must be of this very dataset. */
export function rememberCompiled(dataset: Dataset, ground: SharedGround): void {
  compiled.set(dataset, { dataset, ...restoreGround(ground) });
}

function compile(dataset: Dataset): RunGround {
  const known = compiled.get(dataset);
  if (known !== undefined) return known;
  const ground = { dataset, cascade: new Cascade(compileSystem(dataset)), territory: compileTerritory(dataset) };
  compiled.set(dataset, ground);
  return ground;
}
