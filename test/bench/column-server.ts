import { createInterface } from "node:readline";
import { columnsChecksum, readColumns } from "./import-columns.ts";

/** What this is started with: the file, its columns of ids and of other texts, and its rows, as JSON. */
export interface ColumnRequest {
  readonly file: string;
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  readonly rows: number;
}

// Reads a file into columns in a process of its own, as the peer does, so that nobody looks for garbage among what the rest of
// the bench keeps. Each line on its standard input is answered by one of JSON.

const { file, ids, texts, rows } = JSON.parse(process.argv[2] ?? "") as ColumnRequest;

for await (const _ of createInterface(process.stdin)) {
  const start = performance.now();
  const columns = await readColumns(file, ids, texts, rows);
  const milliseconds = performance.now() - start;
  const checksum = columnsChecksum(columns);
  process.stdout.write(`${JSON.stringify({ milliseconds, checksum, work: checksum.slice(0, 40) })}\n`);
}
