import { namesSystem } from "./seeded-inputs.ts";
import { europeOpenRows, largeStoreRows, libraryRows } from "./europe-rows.ts";
import { importRows } from "./import-rows.ts";
import type { BenchOptions, SizeName } from "./options.ts";
import type { Row } from "./row.ts";
import { scanRows } from "./scan-rows.ts";
import { setRows } from "./set-rows.ts";
import { structureRows } from "./structure-rows.ts";
import { timedRows } from "./timed-rows.ts";
import type { Tools } from "./tools.ts";
import { trialRows } from "./trial-rows.ts";
import { twinRatio } from "./twin-ratio.ts";
import { zoneRows } from "./zone-rows.ts";

/** Rows that belong together. */
interface Group {
  readonly name: string;
  readonly title: string;
  /** The seeded systems it is measured on; those made of rows stop where rows no longer fit in a process. */
  readonly sizes: readonly SizeName[];
  readonly rows: (tools: Tools, scratch: string) => AsyncGenerator<Row>;
}

const anySize = ["10k", "100k", "1M"] as const;
const asRows = ["10k", "100k"] as const;
/** What does not depend on the size. */
const once = ["10k"] as const;

/** Everything that can be measured. */
const groups: readonly Group[] = [
  { name: "scan", title: "Final sets of all sources: plan and sweep", sizes: anySize, rows: scanRows },
  { name: "timed", title: "Failures with their hours", sizes: asRows, rows: timedRows },
  { name: "trials", title: "Chance: one scenario, losses for good", sizes: asRows, rows: trialRows },
  { name: "structure", title: "The graph itself", sizes: asRows, rows: structureRows },
  { name: "sets", title: "Sets", sizes: anySize, rows: setRows },
  { name: "zones", title: "Zones", sizes: once, rows: zoneRows },
  { name: "library", title: "The library", sizes: once, rows: libraryRows },
  { name: "europe-open", title: "A real dataset", sizes: once, rows: europeOpenRows },
  { name: "import", title: "250,000 assets and 1,000,000 dependencies as CSV", sizes: once, rows: importRows },
  { name: "stores", title: "100,000 assets and 300,000 dependencies in a store", sizes: once, rows: largeStoreRows },
  { name: "twin", title: "The event engine beside its plain twin", sizes: once, rows: twinRows },
];

/** The groups that the options name. Throws where they name none. */
export function chosenGroups({ only, size }: BenchOptions): readonly Group[] {
  const fitting = groups.filter(({ sizes }) => sizes.includes(size));
  if (only === null) return fitting;
  const chosen = fitting.filter(({ name }) => name.includes(only) || (name === "scan" && namesSystem(size, only)));
  if (chosen.length > 0) return chosen;
  throw new Error(
    `--only ${only}: a part of ${fitting.map(({ name }) => name).join(", ")}, or of a seeded system's name`,
  );
}

async function* twinRows(): AsyncGenerator<Row> {
  const { assets, rounds, engineMs, twinMs, ratio } = twinRatio();
  yield {
    name: `event engine, ${assets} assets`,
    ours: engineMs,
    peer: { name: "plain twin", median: twinMs, note: "" },
    ratio,
    floor: null,
    work: `${rounds} rounds, equal answers`,
    fault: null,
  };
}
