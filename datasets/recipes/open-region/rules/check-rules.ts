import { RecipeError } from "../../recipe-error.ts";
import type { Region } from "../region.ts";
import { inferenceRules, ruleIds } from "./registry.ts";

/**
 * Throws `RecipeError` where a region file names a rule that is not there, or gives one a setting that it has no use for:
 * both would be passed over without a word.
 */
export function checkRules({ id, rules }: Region): void {
  const unknown = Object.keys(rules).filter((each) => !ruleIds.includes(each));
  const useless = inferenceRules.flatMap((rule) =>
    Object.keys(rules[rule.id] ?? {})
      .filter((name) => !rule.settable.some((each) => each === name))
      .map((name) => `${name} of ${rule.id}`),
  );
  const faults = [
    ...(unknown.length === 0
      ? []
      : [`names rules that are not there: ${unknown.join(", ")}; choose among ${ruleIds.join(", ")}`]),
    ...(useless.length === 0 ? [] : [`sets what has no effect: ${useless.join(", ")}`]),
  ];
  if (faults.length > 0) throw new RecipeError("RECIPE_REGION_MALFORMED", `${id} ${faults.join("; it ")}`);
}
