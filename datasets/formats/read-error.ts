import type { Issue } from "../../analyzer/index.ts";
import { type FormatCode, formatCodes } from "./codes.ts";

/** Where and what, besides the code. Left out: null. */
interface Details {
  readonly file?: string | null;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly value?: unknown;
  readonly text: string;
}

/** Longest value that is repeated in an issue, in characters. */
const shownValueLength = 200;

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > shownValueLength ? `${text.slice(0, shownValueLength)}...` : text;
}

/** An issue of reading; the severity is the code's. */
export function formatIssue(code: FormatCode, details: Details): Issue {
  return {
    severity: formatCodes[code].severity,
    code,
    file: details.file ?? null,
    row: details.row ?? null,
    column: details.column ?? null,
    value: shown(details.value),
    text: details.text,
  };
}

/** Ends the reading of one file from deep inside a stream. It never leaves `readDataset` or `readJson`: they return its issue. */
export class ReadError extends Error {
  readonly issue: Issue;

  constructor(code: FormatCode, details: Details) {
    super(details.text);
    this.name = "ReadError";
    this.issue = formatIssue(code, details);
  }
}
