import type { Problem } from "../data/api-types.ts";
import { formatPlural } from "../data/numbers.ts";

type Stale = NonNullable<Problem["stale"]>;
type Rows = NonNullable<Stale["changedRows"]>;

/** What was written since a form was opened: each revision with who and why, and how many rows differ, in whole sentences. */
export function staleText({ expectedRevision, revisions, changedRows, sharedRows }: Stale): readonly string[] {
  const written = revisions.map(({ revision, kind, by, why }) =>
    [`Revision ${revision}: ${kind} by ${by}`, ...(why === undefined ? [] : [why])].join(", "),
  );
  return [
    `This dataset was written since you opened it at revision ${expectedRevision}. Nothing of yours was saved.`,
    ...written,
    ...(changedRows === null ? [] : [differWords(countRows(changedRows))]),
    ...(sharedRows === null ? [] : [sharedWords(countRows(sharedRows))]),
  ];
}

function countRows({ assets, dependencies, connections }: Rows): number {
  return assets.count + dependencies.count + connections.count;
}

function differWords(changed: number): string {
  return `${formatPlural(changed, "row")} ${changed === 1 ? "differs" : "differ"} now.`;
}

function sharedWords(shared: number): string {
  if (shared === 0) return "You change other rows: yours can be saved as it is.";
  return `You change ${formatPlural(shared, "of them", "of them")}, too: look at it again before you save.`;
}
