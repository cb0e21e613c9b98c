import { type Command, InvalidArgumentError, Option } from "commander";
import { consequences, limits, scanLossHours } from "../../analyzer/index.ts";

/** What `--json` gives a command. */
export interface JsonOption {
  readonly json?: true;
}

export function jsonOption(): Option {
  return new Option("--json", "print one JSON document on stdout and nothing else");
}

export function storeOption(): Option {
  const stores = "sqlite:PATH, neo4j://HOST:PORT/DATABASE, bolt://... or memory:";
  return new Option("--store <url>", `${stores} (unless said: KNOCKON_STORE, else SQLite in your data folder)`);
}

export function noRecordOption(): Option {
  return new Option("--no-record", "leave the run out of the store (kept unless said, for a dataset of the store)");
}

export function fromOption(): Option {
  const others = "unless said: KNOCKON_ADOPT_FROM, else what the mapping names, else the store";
  return new Option("--from <url>", `server of the graph, neo4j://HOST:PORT/DATABASE (${others})`);
}

/** What `--as-of` gives a command. */
export interface AsOfOption {
  readonly asOf?: string;
}

export function asOfOption(): Option {
  return new Option(
    "--as-of <revision|date>",
    "a stored dataset as it was: revision, date (its end in UTC) or time (2026-01-31T12:00Z)",
  );
}

/** What `--why` and `--expect` give a command that writes a revision. */
export interface RevisionOptions {
  readonly why?: string;
  readonly expect?: number;
}

/** Adds them. */
export function addRevisionOptions(command: Command): Command {
  return command
    .option("--why <text>", "reason to keep with the revision")
    .addOption(
      new Option(
        "--expect <revision>",
        "write only if the dataset is at this revision still (0: not there yet)",
      ).argParser(parseWhole),
    );
}

export function overlayOption(): Option {
  return new Option("--overlay <file>", "change set, a file or the id of one kept with the dataset; may be repeated")
    .argParser(collect)
    .default([], "none");
}

export function hoursOption(): Option {
  return new Option("--hours <h>", `how long an asset is lost (default: ${scanLossHours})`).argParser(parseHours);
}

export function horizonOption(): Option {
  return new Option("--horizon <h>", "hours to watch (default: hours of the loss + 336)").argParser(parseHours);
}

export function byOption(): Option {
  return new Option("--by <consequence>", "consequence to rank by").choices(consequences).default("outageHours");
}

export function scenarioOption(): Option {
  return new Option("--scenario <file>", "what is lost, a file or the id of one kept with the dataset");
}

/** Adds a value to those of an option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** A number of hours above 0, for the option that was given. Throws `InvalidArgumentError`. */
function parseHours(text: string): number {
  const hours = plainNumber(text);
  if (hours > 0 && hours <= limits.horizonHours) return hours;
  throw new InvalidArgumentError(`Give a number of hours above 0 and at most ${limits.horizonHours}, such as 72.`);
}

/** A whole number above 0. Throws `InvalidArgumentError`. */
export function parseCount(text: string): number {
  const count = plainNumber(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new InvalidArgumentError("Give a whole number above 0, such as 20.");
}

/** A whole number of at least 0. Throws `InvalidArgumentError`. */
export function parseWhole(text: string): number {
  const count = plainNumber(text);
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new InvalidArgumentError("Give a whole number of at least 0, such as 20.");
}

/** A number of at least 0. Throws `InvalidArgumentError`. */
export function parseAmount(text: string): number {
  const amount = plainNumber(text);
  if (amount >= 0) return amount;
  throw new InvalidArgumentError("Give a number of at least 0, such as 30 or 0.5.");
}

/** A level above 0 and at most 1. Throws `InvalidArgumentError`. */
export function parseLevel(text: string): number {
  const level = plainNumber(text);
  if (level > 0 && level <= 1) return level;
  throw new InvalidArgumentError("Give a number above 0 and at most 1, such as 0.9.");
}

/** A number within bounds, both among them. Gives a parser that throws `InvalidArgumentError`. */
export function parseBetween(least: number, most: number, isWhole: boolean): (text: string) => number {
  return (text) => {
    const value = plainNumber(text);
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
    throw new InvalidArgumentError(`It has to be a ${isWhole ? "whole " : ""}number from ${least} to ${most}.`);
  };
}

/** NaN for anything but digits with or without a dot: no hexadecimal, no empty text as 0. */
function plainNumber(text: string): number {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
