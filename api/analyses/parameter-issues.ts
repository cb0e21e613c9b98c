import { type Issue, nowhere } from "../../analyzer/index.ts";
import type { ParameterFault } from "./check-parameters.ts";

const mostLetters = 200;

/** Faults as issues, as an analysis would tell them; `column` is the pointer below `prefix`. */
export function parameterIssues(faults: readonly ParameterFault[], prefix: string): readonly Issue[] {
  return faults.map(({ pointer, value, text }) => ({
    ...nowhere,
    severity: "error",
    code: "ANALYSIS_PARAMETER",
    column: `${prefix}${pointer}`,
    value: (JSON.stringify(value) ?? "nothing").slice(0, mostLetters),
    text,
  }));
}
