import { Command, CommanderError } from "commander";
import { engineVersion } from "../engine-version.ts";
import { Cli } from "./cli.ts";
import { addAdopt } from "./commands/adopt.ts";
import { addAnalyse } from "./commands/analyse.ts";
import { addAnalyses } from "./commands/analyses.ts";
import { addAnnotate } from "./commands/annotate.ts";
import { addBackup } from "./commands/backup.ts";
import { addBuild } from "./commands/build.ts";
import { addChanges } from "./commands/changes.ts";
import { addCheck } from "./commands/check.ts";
import { addCompare } from "./commands/compare.ts";
import { addCopy } from "./commands/copy.ts";
import { addDatasets } from "./commands/datasets.ts";
import { addDiff } from "./commands/diff.ts";
import { addEdit } from "./commands/edit.ts";
import { addExport } from "./commands/export.ts";
import { addFormats } from "./commands/formats.ts";
import { addGenerate } from "./commands/generate.ts";
import { addTemplate } from "./commands/template.ts";
import { addHistory } from "./commands/history.ts";
import { addImport } from "./commands/import.ts";
import { addInspect } from "./commands/inspect.ts";
import { addRank } from "./commands/rank.ts";
import { addRemove } from "./commands/remove.ts";
import { addReplay } from "./commands/replay.ts";
import { addRestore } from "./commands/restore.ts";
import { addRun } from "./commands/run.ts";
import { addRuns } from "./commands/runs.ts";
import { addScenarios } from "./commands/scenarios.ts";
import { addServe } from "./commands/serve.ts";
import { addShow } from "./commands/show.ts";
import { addUndo } from "./commands/undo.ts";
import { endingOf, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { reportFailure } from "./report-failure.ts";

/** In the order of the help. */
const commands = [
  addCheck,
  addInspect,
  addImport,
  addFormats,
  addAdopt,
  addDatasets,
  addShow,
  addScenarios,
  addExport,
  addRemove,
  addEdit,
  addUndo,
  addHistory,
  addChanges,
  addBackup,
  addRestore,
  addCopy,
  addRun,
  addRank,
  addCompare,
  addAnalyses,
  addAnalyse,
  addAnnotate,
  addRuns,
  addReplay,
  addDiff,
  addBuild,
  addGenerate,
  addTemplate,
  addServe,
];

const about = `If this fails, what fails next, where, when, and across which borders?

DATASET is a path (folder, .zip, .json), the id of a dataset in the store, a bundled one (europe, golden, ...), or a
graph of a Neo4j server by its mapping (.adopt.json).
Exit codes: 0 done, 1 the input is wrong, 2 the usage is wrong, 3 the outside failed, 130 cancelled.`;

const examples = `
Examples:
  knockon serve
  knockon run golden --lose P1 --hours 96 --horizon 240
  knockon rank golden --hours 96 --horizon 240`;

/** Runs one command (arguments without node and script) and returns the exit code. Never rejects. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  const cli = new Cli(io);
  const program = makeProgram(cli);
  try {
    await program.parseAsync(argv, { from: "user" });
    return cli.exitCode;
  } catch (error) {
    if (io.signal.aborted) {
      io.stderr.write("cancelled\n");
      return exitCodes.cancelled;
    }
    const ending = endingOf(error);
    if (ending !== "done") reportFailure(error, io, hintFor(program, argv, error));
    return exitCodes[ending];
  }
}

function makeProgram(cli: Cli): Command {
  const { stdout, stderr } = cli.io;
  const program = new Command("knockon")
    .description(about)
    .version(engineVersion)
    .exitOverride()
    // What went wrong is told by reportFailure, in the form of all other errors.
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText("after", examples);
  for (const add of commands) add(program, cli);
  return program;
}

/** Where to read on after a wrong usage. */
function hintFor(program: Command, argv: readonly string[], error: unknown): string {
  if (!(error instanceof CommanderError)) return "";
  const command = program.commands.find((candidate) => candidate.name() === argv[0]);
  return `"knockon ${command === undefined ? "" : `${command.name()} `}--help" shows how it is used.`;
}
