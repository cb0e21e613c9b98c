import type { Issue } from "../../analyzer/index.ts";
import { type Paint, printable } from "./paint.ts";

/** `file:row:column`, without what is not known. */
export function placeOf({ file, row, column }: Issue): string {
  return [file, row, column].filter((part) => part !== null).join(":");
}

/** One issue for people: severity, code, place, the value found; below it what is wrong and what to do. */
export function issueLines(issue: Issue, paint: Paint): string[] {
  const { severity, code, value, text } = issue;
  const style = severity === "error" ? "red" : severity === "warning" ? "yellow" : "cyan";
  const found = value === null ? "" : `"${value}"`;
  const head = [placeOf(issue), found].filter((part) => part !== "").join("  ");
  return [
    `${paint(style, severity)} ${paint("bold", code)}${head === "" ? "" : `  ${printable(head)}`}`,
    `  ${printable(text)}`,
  ];
}
