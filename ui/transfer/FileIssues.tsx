import type { Inspection, Issue } from "../data/api-types.ts";
import { formatCount, formatPlural } from "../data/numbers.ts";

const order: readonly Issue["severity"][] = ["error", "warning", "info"];
const names = { error: "Error", warning: "Warning", info: "Remark" } as const;

/** What an import would say: errors first, the first of each code with its place, and how many more there are. */
export function FileIssues({ inspection: { issues, issueCount } }: { readonly inspection: Inspection }) {
  if (issueCount === 0) return <p className="soft">Nothing to remark.</p>;
  const counts = order.flatMap((severity) => {
    const count = issues.filter((issue) => issue.severity === severity).length;
    return count === 0 ? [] : [formatPlural(count, names[severity].toLowerCase())];
  });
  return (
    <section aria-label="What an import would say" className="file-issues">
      <p className="soft">{counts.join(", ")}</p>
      <ul className="issue-list" data-testid="import-issues">
        {firstOfEach(issues).map(({ issue, others }) => (
          <li key={issue.code} data-severity={issue.severity}>
            <span className="tag">{names[issue.severity]}</span>
            <span>
              <span className="faint">{placeOf(issue)}</span> {issue.text} <code className="small">{issue.code}</code>
              {others > 0 && <span className="faint"> and {formatCount(others)} more</span>}
            </span>
          </li>
        ))}
      </ul>
      {issueCount > issues.length && (
        <p className="small faint">and {formatPlural(issueCount - issues.length, "other")} beyond these</p>
      )}
    </section>
  );
}

/** The worst codes first, in the order they were found. */
function firstOfEach(issues: readonly Issue[]): { readonly issue: Issue; readonly others: number }[] {
  const found = [...new Set(issues.map(({ code }) => code))].flatMap((code) => {
    const [issue, ...others] = issues.filter((each) => each.code === code);
    return issue === undefined ? [] : [{ issue, others: others.length }];
  });
  return order.flatMap((severity) => found.filter(({ issue }) => issue.severity === severity));
}

function placeOf({ file, row, column }: Issue): string {
  const place = [file, row === null ? null : `row ${row}`, column].filter((part) => part !== null && part !== "");
  return place.length === 0 ? "" : `${place.join(", ")}:`;
}
