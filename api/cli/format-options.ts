import { type Command, InvalidArgumentError, Option } from "commander";
import type { Mapping } from "../../datasets/formats/index.ts";
import { type Format, foreignFormats, withSettings } from "../../datasets/formats/foreign/index.ts";
import { CliError } from "./cli-error.ts";

/** What says how files of others are to be read. */
export interface FormatOptions {
  readonly format?: string;
  /** `column=value`, or `table.column=value`. */
  readonly set?: readonly string[];
  readonly about?: string;
  readonly mapping?: string;
}

/** Adds them to a command that reads files. */
export function addFormatOptions(command: Command): Command {
  return command
    .option("--mapping <file>", "JSON file that says which of their columns are which of ours")
    .addOption(
      new Option("--format <format>", "how to read the files (unless said: as they look; `knockon formats` lists all)"),
    )
    .addOption(
      new Option("--set <column=value>", "one value for all rows that state none: states=DE, connections.commodity=gas")
        .argParser(collectSetting)
        .default([], "none"),
    )
    .option("--about <file>", "dataset.json, or a part of one, with title, licence and sources of the files");
}

function collectSetting(text: string, before: readonly string[]): string[] {
  if (!/^[^=]+=./u.test(text)) throw new InvalidArgumentError("It has to be column=value.");
  return [...before, text];
}

/** The format of that id. Throws `CliError`. */
export function formatCalled(id: string): Format {
  const found = foreignFormats.find((format) => format.id === id);
  if (found !== undefined) return found;
  const known = foreignFormats.map((format) => format.id).join(", ");
  throw new CliError("USAGE_FORMAT_UNKNOWN", `There is no format ${JSON.stringify(id)}: one of ${known}.`);
}

/** A mapping with the values of `--set`. Throws `CliError` for a column that no table has. */
export function withSet(mapping: Mapping, settings: readonly string[]): Mapping {
  const { mapping: changed, unknown } = withSettings(mapping, settings);
  const [first] = unknown;
  if (first === undefined) return changed;
  throw new CliError("USAGE_COLUMN_UNKNOWN", `--set ${first}: no table has such a column.`);
}
