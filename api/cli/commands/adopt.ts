import { type Command, Option } from "commander";
import { hasErrors, type Issue } from "../../../analyzer/index.ts";
import type { DatasetCounts } from "../../../datasets/formats/index.ts";
import { readAdoptedGraph } from "../../adopted-graph.ts";
import { readSettings } from "../../settings.ts";
import type { Cli } from "../cli.ts";
import { endingOf, exitCodes } from "../exit-codes.ts";
import { fromOption, type JsonOption, jsonOption, storeOption } from "../options.ts";
import { withProgress } from "../progress.ts";
import { RefusedError } from "../refused-error.ts";
import { checkReport } from "../reports/check-report.ts";
import { type Stored, storeDataset, storedText } from "../store-dataset.ts";
import type { StoreOption } from "../with-store.ts";

interface AdoptOptions extends StoreOption, JsonOption {
  readonly mapping: string;
  readonly from?: string;
  readonly import?: true;
  readonly dryRun?: true;
}

/** What `adopt --json` prints; `from` is null where the mapping cannot be used, `import` unless it was asked and could be. */
interface AdoptReport {
  readonly kind: "adopt";
  readonly from: string | null;
  readonly counts: DatasetCounts;
  readonly issues: readonly Issue[];
  readonly import: Stored | null;
}

/** `adopt --mapping FILE`: reads and checks a graph that somebody else made. */
export function addAdopt(program: Command, cli: Cli): void {
  program
    .command("adopt")
    .summary("read a Neo4j graph that somebody else made")
    .description(
      "Reads a graph of a Neo4j server by a mapping of its labels, relationship types and properties, and checks it like a file. It is only read. With --import it goes into the store; a mapping called *.adopt.json may also stand wherever a DATASET may.",
    )
    .requiredOption("--mapping <file>", "what is what in the graph (api/store/neo4j/ADOPTION.md)")
    .addOption(fromOption())
    .option("--import", "put what was read into the store, whole or not at all")
    .addOption(new Option("--dry-run", "with --import: compare with the store only; write nothing"))
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon adopt --mapping grid.adopt.json --from neo4j://127.0.0.1:7687/neo4j")
    .action((options: AdoptOptions) => adopt(cli, options));
}

async function adopt(cli: Cli, { mapping, from, import: wanted, ...options }: AdoptOptions): Promise<void> {
  const settings = readSettings({ store: options.store }, cli.io.environment);
  const { signal } = cli.io;
  const { address, dataset, issues, counts } = await withProgress(cli.io, "rows read", (progress) =>
    readAdoptedGraph(mapping, { from, settings }, { signal, onProgress: (rows) => progress(rows, null) }),
  );
  const stored = wanted === undefined || dataset === null ? null : await storeDataset(cli, dataset, [], options);
  const report: AdoptReport = { kind: "adopt", from: address, counts, issues, import: stored };
  if (options.json) cli.printJson(report);
  else cli.print(reportLines(cli, mapping, report));
  if (hasErrors(issues)) cli.exitCode = exitCodes[endingOf(new RefusedError(mapping, issues))];
}

function reportLines({ paint }: Cli, mapping: string, { from, issues, counts, import: stored }: AdoptReport): string[] {
  const lines = checkReport(from ?? mapping, issues, counts, paint);
  if (stored === null) return lines;
  const { dataset, store } = stored;
  return [...lines, `${dataset.id} ${dataset.version}: ${storedText(stored)}`, `  store ${store}`];
}
