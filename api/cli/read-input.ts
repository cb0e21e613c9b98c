import { localCaps, type Mapping, parseMapping, readDataset, type ReadOutcome } from "../../datasets/formats/index.ts";
import { chooseFormat, type Format, readForeign } from "../../datasets/formats/foreign/index.ts";
import { openPath } from "../../datasets/open-path.ts";
import { isAdoptionPath, readAdoptedGraph } from "../adopted-graph.ts";
import { readSettings } from "../settings.ts";
import type { Cli } from "./cli.ts";
import { CliError } from "./cli-error.ts";
import { formatCalled, type FormatOptions, withSet } from "./format-options.ts";
import { withProgress } from "./progress.ts";
import { readJsonFile } from "./read-documents.ts";
import { RefusedError } from "./refused-error.ts";

/**
 * Reads and checks what a path names: a dataset of ours in a folder, zip or bundle; the graph that a mapping adopts
 * (`*.adopt.json`); or files of a format of others, which is told on stderr where it was not said. Throws `CliError` for a
 * format that is not known or not sure, `SettingError` and `StoreError` for a graph that cannot be reached.
 */
export async function readInput(
  cli: Cli,
  path: string,
  options: FormatOptions & { readonly store?: string },
): Promise<ReadOutcome> {
  const { io } = cli;
  const mapping = await readMapping(options);
  const format = isAdoptionPath(path) ? null : await formatOf(cli, path, options);
  const about = options.about === undefined ? {} : { description: await readAbout(options.about) };
  return withProgress(io, "rows read", async (progress) => {
    const caps = localCaps(readSettings({}, io.environment).mostRows);
    const reading = { caps, signal: io.signal, onProgress: (rows: number) => progress(rows, null) };
    if (isAdoptionPath(path))
      return readAdoptedGraph(path, { settings: readSettings({ store: options.store }, io.environment) }, reading);
    const files = await openPath(path, caps);
    const mapped = mapping === null ? reading : { ...reading, mapping };
    if (format === null) return readDataset(files, mapped);
    return readForeign(files, format, { ...mapped, ...about, retrieved: io.now().toISOString().slice(0, 10) });
  });
}

/** The mapping of `--mapping` with the values of `--set`; null where there is neither. Throws `RefusedError`, `CliError`. */
export async function readMapping({ mapping: path, set = [] }: FormatOptions): Promise<Mapping | null> {
  if (path === undefined) return set.length === 0 ? null : withSet({}, set);
  const { value, file } = await readJsonFile(path);
  const { mapping, issues } = parseMapping(value, file);
  if (mapping === null) throw new RefusedError(`Mapping ${path} cannot be used`, issues);
  return withSet(mapping, set);
}

/** The object in the file of `--about`. Throws `RefusedError`. */
export async function readAbout(path: string): Promise<object> {
  const { value } = await readJsonFile(path);
  if (typeof value === "object" && value !== null) return value;
  throw new RefusedError(`${path} holds no object`, []);
}

/** The format of others that files are to be read as; null for ours. */
async function formatOf(cli: Cli, path: string, { format }: FormatOptions): Promise<Format | null> {
  if (format !== undefined) return formatCalled(format);
  const choice = await chooseFormat(await openPath(path));
  switch (choice.kind) {
    case "own":
      return null;
    case "foreign":
      cli.note(`${path} is read as ${choice.format.title}.`);
      return choice.format;
    case "unsure": {
      const guesses = choice.guesses.map(({ format: { id, title } }) => `--format ${id} (${title})`).join(", ");
      throw new CliError("USAGE_FORMAT_UNSURE", `${path} may be one of several formats. Say which: ${guesses}.`);
    }
  }
}
