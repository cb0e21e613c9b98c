import type { Command } from "commander";
import { hasErrors, type Issue } from "../../../analyzer/index.ts";
import type { DatasetCounts } from "../../../datasets/formats/index.ts";
import { isAdoptionPath } from "../../adopted-graph.ts";
import { readDocumentsAt } from "../../documents-beside.ts";
import type { Cli } from "../cli.ts";
import { addFormatOptions, type FormatOptions } from "../format-options.ts";
import { addRevisionOptions, type JsonOption, jsonOption, type RevisionOptions, storeOption } from "../options.ts";
import { counted } from "../quantities.ts";
import { readInput } from "../read-input.ts";
import { RefusedError } from "../refused-error.ts";
import { countsText } from "../reports/check-report.ts";
import { type Stored, storeDataset, storedText } from "../store-dataset.ts";
import type { StoreOption } from "../with-store.ts";

interface ImportOptions extends StoreOption, JsonOption, RevisionOptions, FormatOptions {
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
    .description(
      "Puts a dataset into the store, whole or not at all, with the scenarios and overlays in its folder. The same dataset again changes nothing.",
    )
    .argument("<path>", "dataset folder, .zip, .json bundle or .adopt.json, or files of another format")
    .option("--dry-run", "read, check and compare only; write nothing");
  addRevisionOptions(addFormatOptions(command))
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon import ./my-region --mapping ./mapping.json --dry-run")
    .action((path: string, options: ImportOptions) => importPath(cli, path, options));
}

async function importPath(cli: Cli, path: string, options: ImportOptions): Promise<void> {
  const { dataset, issues, counts } = await readInput(cli, path, options);
  if (dataset === null || hasErrors(issues)) throw new RefusedError(`${path} was not imported`, issues);
  const beside = isAdoptionPath(path)
    ? { documents: [], issues: [] }
    : await readDocumentsAt(path, dataset.description);
  if (hasErrors(beside.issues)) throw new RefusedError(`${path} was not imported`, [...issues, ...beside.issues]);
  const stored = await storeDataset(cli, dataset, beside.documents, options);
  const report: ImportReport = { kind: "import", ...stored, counts, issues };
  if (options.json) cli.printJson(report);
  else cli.print(reportLines(report, path));
}

function reportLines(report: ImportReport, path: string): string[] {
  const { dataset, store, counts, issues, documents } = report;
  const warnings = issues.filter(({ severity }) => severity === "warning").length;
  return [
    `${dataset.id} ${dataset.version}: ${storedText(report)}`,
    `  ${countsText(counts)}`,
    ...(documents.scenarios + documents.overlays === 0 ? [] : [`  ${documentsText(report)}`]),
    `  store ${store}`,
    ...(warnings === 0 ? [] : [`  ${counted(warnings, "warning")}: "knockon check ${path}" lists them`]),
  ];
}

function documentsText({ documents: { scenarios, overlays }, dryRun }: ImportReport): string {
  const all = [
    scenarios === 0 ? [] : [counted(scenarios, "scenario")],
    overlays === 0 ? [] : [counted(overlays, "overlay")],
  ];
  return `${all.flat().join(" and ")} ${dryRun ? "would be saved" : "saved"} with it`;
}
