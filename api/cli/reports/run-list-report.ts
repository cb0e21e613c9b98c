import type { RunPage, RunSummary } from "../../store/store.ts";
import { type Paint, printable } from "../paint.ts";
import { quantity } from "../quantities.ts";
import { type Column, tableLines } from "../table.ts";
import { askedText } from "./asked-text.ts";

const shownHashLetters = 12;
const kilobyte = 1000;

/** `golden@3`: a dataset and its revision; only the id where it has none. */
export function datasetAt({ id, revision }: RunSummary["dataset"]): string {
  return revision === null ? id : `${id}@${revision}`;
}

/** A time to the minute, in UTC. */
export function minuteOf(time: string): string {
  return time.slice(0, 16).replace("T", " ");
}

const columns: readonly Column<RunSummary>[] = [
  { title: "run", cell: ({ id }) => id },
  { title: "started", cell: ({ startedAt }) => minuteOf(startedAt) },
  { title: "dataset", most: 40, cell: ({ dataset }) => datasetAt(dataset) },
  { title: "analysis", cell: ({ analysis }) => analysis },
  { title: "result hash", cell: ({ resultHash }) => resultHash.slice(0, shownHashLetters) },
  {
    title: "result (kB)",
    right: true,
    cell: ({ resultBytes }) => (resultBytes === null ? "pruned" : quantity(Math.ceil(resultBytes / kilobyte))),
  },
  { title: "asked", most: 80, cell: askedText },
];

/** `runs` for people. */
export function runListReport({ total, runs }: RunPage, address: string, paint: Paint): string[] {
  if (total === 0) return [`${printable(address)} holds no such run: analyses of its datasets are recorded`];
  const more = total - runs.length;
  return [...tableLines(columns, runs, paint), ...(more > 0 ? [`and ${quantity(more)} more; --limit gives them`] : [])];
}
