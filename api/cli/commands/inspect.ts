import type { Command } from "commander";
import {
  chooseFormat,
  type ColumnProposal,
  type Format,
  type Guess,
  type Inspection,
  inspectFiles,
} from "../../../datasets/formats/foreign/index.ts";
import { localCaps } from "../../../datasets/formats/index.ts";
import { openPath } from "../../../datasets/open-path.ts";
import { readSettings } from "../../settings.ts";
import type { Cli } from "../cli.ts";
import { CliError } from "../cli-error.ts";
import { addFormatOptions, formatCalled, type FormatOptions, withSet } from "../format-options.ts";
import { issueLines } from "../issue-lines.ts";
import { type JsonOption, jsonOption } from "../options.ts";
import { counted } from "../quantities.ts";
import { readAbout, readMapping } from "../read-input.ts";
import { countsText } from "../reports/check-report.ts";
import { tableLines } from "../table.ts";
import { writeNewFile } from "../write-new.ts";

interface InspectOptions extends FormatOptions, JsonOption {
  readonly sure: string;
  readonly mappingOut?: string;
}

/** What `inspect --json` prints. */
interface Report extends Inspection {
  readonly kind: "inspect";
  readonly guesses: readonly { readonly format: string; readonly title: string; readonly confidence: number }[];
}

const shownIssues = 20;

/** `inspect PATH`: what files of others hold, what could fill what, and what an import would say. Nothing is written. */
export function addInspect(program: Command, cli: Cli): void {
  const command = program
    .command("inspect")
    .summary("say what files of another format hold, and propose how to import them")
    .description(
      "Reads files of another format without writing anything: which format they are, which of their columns could fill ours and how sure that is, and the first issues of an import with that mapping.",
    )
    .argument("<path>", "files of another format");
  addFormatOptions(command)
    .option("--sure <least>", "take proposals at least so sure, from 0 to 1", "0.6")
    .option("--mapping-out <file>", "write the proposed mapping, to be corrected and given to import")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      "\nExample:\n  knockon inspect plants.csv --set sector=energy --mapping-out plants.mapping.json",
    )
    .action((path: string, options: InspectOptions) => inspect(cli, path, options));
}

async function inspect(cli: Cli, path: string, options: InspectOptions): Promise<void> {
  const { guesses, format } = await formatFor(path, options);
  const settings = options.set ?? [];
  // Told before anything is read.
  withSet({}, settings);
  const inspection = await inspectFiles(await openPath(path), format, {
    ...(options.about === undefined ? {} : { description: await readAbout(options.about) }),
    mapping: await readMapping({ ...options, set: [] }),
    settings,
    least: leastOf(options),
    caps: localCaps(readSettings({}, cli.io.environment).mostRows),
    signal: cli.io.signal,
    retrieved: cli.io.now().toISOString().slice(0, 10),
  });
  const found = guesses.map(({ format: { id, title }, confidence }) => ({ format: id, title, confidence }));
  const report: Report = { kind: "inspect", guesses: found, ...inspection };
  if (options.mappingOut !== undefined)
    await writeNewFile(options.mappingOut, `${JSON.stringify(inspection.mapping, null, 2)}\n`);
  if (options.json) cli.printJson(report);
  else cli.print(reportLines(report, path, format, cli));
}

function leastOf({ sure }: InspectOptions): number {
  const least = Number(sure);
  if (least >= 0 && least <= 1) return least;
  throw new CliError("USAGE_PARAMETER", `--sure ${sure}: a number from 0 to 1.`);
}

async function formatFor(
  path: string,
  { format }: FormatOptions,
): Promise<{ readonly guesses: readonly Guess[]; readonly format: Format }> {
  if (format !== undefined) return { guesses: [], format: formatCalled(format) };
  const choice = await chooseFormat(await openPath(path));
  const guesses = choice.kind === "own" ? [] : choice.guesses;
  const [best] = guesses;
  if (best !== undefined) return { guesses, format: best.format };
  throw new CliError(
    "USAGE_FORMAT_UNSURE",
    `${path} is a dataset of ours or nothing known: \`knockon check\` reads it.`,
  );
}

function reportLines(report: Report, path: string, format: Format, cli: Cli): string[] {
  const { guesses, columns, counts, issues, usable } = report;
  const lines = [`${path}: ${format.title}${guesses.length > 1 ? `, or ${guesses[1]?.title}` : ""}`];
  lines.push(`  ${countsText(counts)}`, "", ...tableLines(proposalColumns, columns, cli.paint), "");
  lines.push(...issues.slice(0, shownIssues).flatMap((issue) => issueLines(issue, cli.paint)));
  if (issues.length > shownIssues) lines.push(`and ${counted(issues.length - shownIssues, "issue")} more`);
  lines.push(
    usable
      ? "It can be imported so."
      : "It cannot be imported so: correct the files, the mapping, or --set what is missing.",
  );
  return lines;
}

const proposalColumns = [
  { title: "table", cell: ({ table }: ColumnProposal) => table },
  { title: "their column", cell: ({ column }: ColumnProposal) => column },
  { title: "fills", cell: ({ ours }: ColumnProposal) => ours ?? "(kept as an own column)" },
  {
    title: "sure",
    right: true,
    cell: ({ ours, confidence }: ColumnProposal) => (ours === null ? "" : confidence.toFixed(1)),
  },
];
