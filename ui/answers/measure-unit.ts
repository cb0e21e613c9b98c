import { type Consequence, consequences } from "../../analyzer/index.ts";
import { consequenceUnits } from "../data/consequence-names.ts";

/** The unit of what an answer is about, such as outage hours or a probability; null where it is about no one thing. */
export function measureUnit(result: object): string | null {
  const top = "top" in result && typeof result.top === "object" && result.top !== null ? result.top : null;
  if (top !== null && "kind" in top && top.kind !== "expected") return "probability";
  const by = (top ?? result) as { readonly by?: unknown };
  return isConsequence(by.by) ? consequenceUnits[by.by] : null;
}

const isConsequence = (value: unknown): value is Consequence => consequences.some((each) => each === value);
