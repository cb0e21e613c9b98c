import type { Issue, Severity } from "../../../analyzer/index.ts";
import type { DatasetCounts } from "../../../datasets/formats/index.ts";
import { placeOf } from "../issue-lines.ts";
import { type Paint, printable } from "../paint.ts";
import { counted } from "../quantities.ts";

const severities: readonly (readonly [Severity, "red" | "yellow" | "cyan"])[] = [
  ["error", "red"],
  ["warning", "yellow"],
  ["info", "cyan"],
];

/** Issues of one code that are printed one by one. */
const shownPerCode = 20;

/** `check` for people: the worst first, grouped by code in the order they were found. */
export function checkReport(path: string, issues: readonly Issue[], counts: DatasetCounts, paint: Paint): string[] {
  const found = severities.map(([severity]) => issues.filter((issue) => issue.severity === severity).length);
  const [errors = 0, warnings = 0] = found;
  const verdict = errors > 0 ? "it cannot be used" : "it can be used";
  return [
    `${printable(path)}: ${countsText(counts)}`,
    ...severities.flatMap(([severity, style]) =>
      [...byCode(issues, severity)].flatMap(([code, group]) => groupLines(code, group, severity, style, paint)),
    ),
    `${counted(errors, "error")}, ${counted(warnings, "warning")}: ${verdict}`,
  ];
}

/** `10 assets, 13 dependencies, ...` */
export function countsText({ assets, dependencies, connections, states, sectors }: DatasetCounts): string {
  return [
    counted(assets, "asset"),
    counted(dependencies, "dependency", "dependencies"),
    counted(connections, "connection"),
    counted(states, "State"),
    counted(sectors, "sector"),
  ].join(", ");
}

function byCode(issues: readonly Issue[], severity: Severity): Map<string, Issue[]> {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.severity !== severity) continue;
    const group = groups.get(issue.code);
    if (group === undefined) groups.set(issue.code, [issue]);
    else group.push(issue);
  }
  return groups;
}

function groupLines(
  code: string,
  group: readonly Issue[],
  severity: Severity,
  style: "red" | "yellow" | "cyan",
  paint: Paint,
): string[] {
  const more = group.length - shownPerCode;
  return [
    "",
    `${paint(style, severity)} ${paint("bold", code)} (${group.length})`,
    ...group.slice(0, shownPerCode).map((issue) => `  ${oneLine(issue)}`),
    ...(more > 0 ? [`  and ${more} more; --json lists all`] : []),
    "",
  ];
}

function oneLine(issue: Issue): string {
  const found = issue.value === null ? "" : `"${issue.value}"`;
  return printable([placeOf(issue), found, issue.text].filter((part) => part !== "").join("  "));
}
