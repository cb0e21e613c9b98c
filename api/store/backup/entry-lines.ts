import { createHash } from "node:crypto";
import { canonicalJson, type DatasetChange, tables } from "../../../analyzer/index.ts";
import type { DatasetArchive } from "../store.ts";
import type { Entry } from "./entry.ts";

/**
 * An entry as lines of canonical JSON, each one object whose only key says what its value is; equal content gives equal
 * lines. The first one names the entry, each row, revision and document has its own. O(size), one line at a time.
 */
export function* entryLines(entry: Entry): Generator<string> {
  yield line(entry.kind, entry.id);
  if (entry.kind === "run") yield line("record", entry.record);
  else yield* archiveLines(entry.archive);
}

/** SHA-256 of an entry's lines, in hex. */
export function entrySha256(entry: Entry): string {
  const hash = createHash("sha256");
  for (const text of entryLines(entry)) hash.update(text);
  return hash.digest("hex");
}

/** One line of a backup. */
export function line(key: string, value: unknown): string {
  return `${canonicalJson({ [key]: value })}\n`;
}

function* archiveLines({ dataset, revisions, changes, documents }: DatasetArchive): Generator<string> {
  yield line("description", dataset.description);
  for (const table of tables) for (const row of dataset[table]) yield line(table, row);
  for (const revision of revisions) yield line("revision", revision);
  for (const change of changes) yield* changeLines(change);
  for (const document of documents) yield line("document", document);
}

/** A change may be as long as two datasets, so its rows have lines of their own as well. */
function* changeLines(change: DatasetChange | null): Generator<string> {
  if (change === null) return yield line("change", null);
  yield line("change", { description: change.description });
  for (const table of tables) {
    for (const row of change[table].removed) yield line("removed", { [table]: row });
    for (const row of change[table].added) yield line("added", { [table]: row });
  }
}
