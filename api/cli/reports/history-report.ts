import type { ValidRevision } from "../../history/valid-times.ts";
import type { Paint } from "../paint.ts";
import { quantity } from "../quantities.ts";
import { type Column, tableLines } from "../table.ts";

/** `history` for people: one line for each revision. */
export function historyReport(revisions: readonly ValidRevision[], paint: Paint): string[] {
  return tableLines(columns, revisions, paint);
}

const columns: readonly Column<ValidRevision>[] = [
  { title: "revision", right: true, cell: ({ revision }) => quantity(revision) },
  { title: "kind", cell: ({ kind, restores }) => (restores === undefined ? kind : `${kind} to ${restores}`) },
  { title: "who", most: 24, cell: ({ by }) => by },
  { title: "valid from (UTC)", cell: ({ validFrom }) => timeText(validFrom) },
  { title: "valid to (UTC)", cell: ({ validTo }) => (validTo === null ? "now" : timeText(validTo)) },
  { title: "assets", right: true, cell: ({ counts }) => quantity(counts.assets) },
  { title: "dependencies", right: true, cell: ({ counts }) => quantity(counts.dependencies) },
  { title: "connections", right: true, cell: ({ counts }) => quantity(counts.connections) },
  { title: "hash", cell: ({ hash }) => hash.slice(0, 12) },
  { title: "why", most: 60, cell: ({ why = "" }) => why },
];

/** `2026-01-31 12:00:00`; what is no time stays as it is. */
export function timeText(at: string): string {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? at : new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}
