import type { Command } from "commander";
import { hasErrors, type Issue } from "../../../analyzer/index.ts";
import { type DatasetCounts, type Mapping, parseMapping } from "../../../datasets/formats/index.ts";
import type { Cli } from "../cli.ts";
import { addRevisionOptions, type JsonOption, jsonOption, type RevisionOptions, storeOption } from "../options.ts";
import { counted } from "../quantities.ts";
import { readJsonFile } from "../read-documents.ts";
import { readInput } from "../read-input.ts";
import { RefusedError } from "../refused-error.ts";
import { countsText } from "../reports/check-report.ts";
import { type Stored, storeDataset, storedText } from "../store-dataset.ts";
import type { StoreOption } from "../with-store.ts";

interface ImportOptions extends StoreOption, JsonOption, RevisionOptions {
  readonly mapping?: string;
  readonly dryRun?: true;
}

/** What `import --json` prints. */
interface ImportReport extends Stored {
  readonly kind: "import";
  readonly counts: DatasetCounts;
  readonly issues: readonly Issue[];
}

/** `import DIR`: into the store, all or nothing. */
export function addImport(program: Command, cli: Cli): void {
  const command = program
    .command("import")
    .summary("put a dataset into the store")
    .description("Puts a dataset into the store, whole or not at all. The same dataset again changes nothing.")
    .argument("<dir>", "dataset folder, .zip, .json bundle or .adopt.json")
    .option("--mapping <file>", "JSON file that says which of their columns are which of ours")
    .option("--dry-run", "read, check and compare only; write nothing");
  addRevisionOptions(command)
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon import ./my-region --mapping ./mapping.json --dry-run")
    .action((path: string, options: ImportOptions) => importPath(cli, path, options));
}

async function importPath(cli: Cli, path: string, { mapping: file, ...options }: ImportOptions): Promise<void> {
  const mapping = file === undefined ? {} : { mapping: await readMapping(file) };
  const { dataset, issues, counts } = await readInput(cli.io, path, { ...options, ...mapping });
  if (dataset === null || hasErrors(issues)) throw new RefusedError(`${path} was not imported`, issues);
  const stored = await storeDataset(cli, dataset, options);
  const report: ImportReport = { kind: "import", ...stored, counts, issues };
  if (options.json) cli.printJson(report);
  else cli.print(reportLines(report, path));
}

async function readMapping(path: string): Promise<Mapping> {
  const { value, file } = await readJsonFile(path);
  const { mapping, issues } = parseMapping(value, file);
  if (mapping === null) throw new RefusedError(`Mapping ${path} cannot be used`, issues);
  return mapping;
}

function reportLines(report: ImportReport, path: string): string[] {
  const { dataset, store, counts, issues } = report;
  const warnings = issues.filter(({ severity }) => severity === "warning").length;
  return [
    `${dataset.id} ${dataset.version}: ${storedText(report)}`,
    `  ${countsText(counts)}`,
    `  store ${store}`,
    ...(warnings === 0 ? [] : [`  ${counted(warnings, "warning")}: "knockon check ${path}" lists them`]),
  ];
}
