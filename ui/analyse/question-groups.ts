import type { AnalysisText } from "../../analyzer/index.ts";

export interface QuestionGroup {
  readonly title: string;
  readonly questions: readonly AnalysisText[];
}

/** Headings and what stands under them, by id of the catalogue. */
const order: readonly (readonly [title: string, ids: readonly string[]])[] = [
  ["What fails next", ["run", "final-sets", "compare"]],
  ["What matters most", ["rank", "rank-trials", "importance"]],
  ["How sure, how bad", ["trials", "likely-sets", "replay"]],
  ["Lost together", ["greedy-sets", "pairs", "portfolio", "shapley"]],
  ["How it hangs together", ["structure", "borders", "coupling"]],
  ["What it rests on", ["data-gaps", "credits"]],
];

/** The catalogue under its headings; an analysis that no heading names stands under a last one, so that none is missing. */
export function questionGroups(catalogue: readonly AnalysisText[]): readonly QuestionGroup[] {
  const named = new Set(order.flatMap(([, ids]) => ids));
  const groups = order.map(([title, ids]) => ({
    title,
    questions: ids.flatMap((id) => catalogue.filter((analysis) => analysis.id === id)),
  }));
  const others = { title: "Other questions", questions: catalogue.filter(({ id }) => !named.has(id)) };
  return [...groups, others].filter(({ questions }) => questions.length > 0);
}
