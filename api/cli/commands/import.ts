import { userInfo } from "node:os";
import type { Command } from "commander";
import { type Dataset, datasetHash, hasErrors, type Issue } from "../../../analyzer/index.ts";
import { type DatasetCounts, type Mapping, parseMapping, readDataset } from "../../../datasets/formats/index.ts";
import { openPath } from "../../../datasets/open-path.ts";
import type { Store } from "../../store/store.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { withProgress } from "../progress.ts";
import { readJsonFile } from "../read-documents.ts";
import { RefusedError } from "../refused-error.ts";
import { countsText } from "../reports/check-report.ts";
import { counted } from "../quantities.ts";
import { type StoreOption, withStore } from "../with-store.ts";

interface ImportOptions extends StoreOption, JsonOption {
  readonly mapping?: string;
  readonly dryRun?: true;
}

/** What `import --json` prints; `revision` is null for a dry run of what the store does not hold. */
interface ImportReport {
  readonly kind: "import";
  readonly dryRun: boolean;
  readonly store: string;
  readonly dataset: { readonly id: string; readonly version: string; readonly hash: string };
  readonly changed: boolean;
  readonly revision: number | null;
  readonly counts: DatasetCounts;
  readonly issues: readonly Issue[];
}

/** `import DIR`: into the store, all or nothing. */
export function addImport(program: Command, cli: Cli): void {
  program
    .command("import")
    .summary("put a dataset into the store")
    .description("Puts a dataset into the store, whole or not at all. The same dataset again changes nothing.")
    .argument("<dir>", "dataset folder, .zip or .json bundle")
    .option("--mapping <file>", "JSON file that says which of their columns are which of ours")
    .option("--dry-run", "read, check and compare only; write nothing")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon import ./my-region --mapping ./mapping.json --dry-run")
    .action((path: string, options: ImportOptions) => importPath(cli, path, options));
}

async function importPath(cli: Cli, path: string, options: ImportOptions): Promise<void> {
  const { signal } = cli.io;
  const mapping = options.mapping === undefined ? null : await readMapping(options.mapping);
  const { dataset, issues, counts } = await withProgress(cli.io, "rows read", async (progress) =>
    readDataset(await openPath(path), {
      signal,
      onProgress: (rows) => progress(rows, null),
      ...(mapping === null ? {} : { mapping }),
    }),
  );
  if (dataset === null || hasErrors(issues)) throw new RefusedError(`${path} was not imported`, issues);
  const report = await withStore(cli.io, options, async (open) => {
    const store = await open();
    const { id, version } = dataset.description;
    const { hash, ...outcome } = await (options.dryRun ? compare(store, dataset) : write(cli, store, dataset));
    const about = { dryRun: options.dryRun ?? false, store: store.address, dataset: { id, version, hash } };
    return { kind: "import", ...about, ...outcome, counts, issues } satisfies ImportReport;
  });
  if (options.json) cli.printJson(report);
  else cli.print(reportLines(report, path));
}

async function readMapping(path: string): Promise<Mapping> {
  const { value, file } = await readJsonFile(path);
  const { mapping, issues } = parseMapping(value, file);
  if (mapping === null) throw new RefusedError(`Mapping ${path} cannot be used`, issues);
  return mapping;
}

type Outcome = Pick<ImportReport, "changed" | "revision"> & { readonly hash: string };

async function compare(store: Store, dataset: Dataset): Promise<Outcome> {
  const hash = datasetHash(dataset);
  const stored = await store.dataset(dataset.description.id);
  return { changed: stored?.hash !== hash, revision: stored?.revision ?? null, hash };
}

function write({ io }: Cli, store: Store, dataset: Dataset): Promise<Outcome> {
  return withProgress(io, "rows written", (onProgress) =>
    store.importDataset(dataset, { by: userName(), at: io.now().toISOString(), signal: io.signal, onProgress }),
  );
}

/** Who imports, as the revisions of the dataset will say. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without a name, as in some containers.
    return "unknown";
  }
}

function reportLines(
  { dataset, dryRun, changed, revision, store, counts, issues }: ImportReport,
  path: string,
): string[] {
  const warnings = issues.filter(({ severity }) => severity === "warning").length;
  const outcome = dryRun
    ? changed
      ? "would be imported; nothing was written"
      : "is in the store already; nothing would change"
    : changed
      ? `imported as revision ${revision}`
      : `is in the store already, as revision ${revision}; nothing was written`;
  return [
    `${dataset.id} ${dataset.version}: ${outcome}`,
    `  ${countsText(counts)}`,
    `  store ${store}`,
    ...(warnings === 0 ? [] : [`  ${counted(warnings, "warning")}: "knockon check ${path}" lists them`]),
  ];
}
