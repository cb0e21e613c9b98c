import { type Command, InvalidArgumentError, Option } from "commander";
import { datasetHash, hasErrors } from "../../../analyzer/index.ts";
import { readJson } from "../../../datasets/formats/index.ts";
import { isAdoptionPath, readAdoptedGraph, readAdoptionFile, withAdoptedGraph } from "../../adopted-graph.ts";
import { type AnnotatedResult, parseAnnotatedResult } from "../../annotation-rows.ts";
import { readSettings, type Settings } from "../../settings.ts";
import { type Neo4jGraph, prefixPattern } from "../../store/neo4j-graph.ts";
import type { Cli } from "../cli.ts";
import { CliError } from "../cli-error.ts";
import { fromOption, type JsonOption, jsonOption, storeOption } from "../options.ts";
import { counted } from "../quantities.ts";
import { readJsonFile } from "../read-documents.ts";
import { RefusedError } from "../refused-error.ts";
import type { StoreOption } from "../with-store.ts";

interface AnnotateOptions extends StoreOption, JsonOption {
  readonly prefix: string;
  readonly result?: string;
  readonly remove?: true;
  readonly from?: string;
}

/** `annotate DATASET`: results onto the nodes of a graph, and off again. */
export function addAnnotate(program: Command, cli: Cli): void {
  program
    .command("annotate")
    .summary("write a result onto the nodes of a graph, or take it off")
    .description(
      "Writes what a run or a ranking says of each asset as properties of its node in a Neo4j graph, under a prefix that nothing there uses yet: all or nothing. --remove takes exactly these properties off again.",
    )
    .argument("[dataset]", "mapping of the graph (.adopt.json), or id of a dataset in a Neo4j store")
    .addOption(new Option("--result <file>", 'what "run --json" or "rank --json" printed; - reads it from stdin'))
    .addOption(
      new Option("--prefix <prefix>", "how the properties begin, such as knockon_")
        .argParser(parsePrefix)
        .makeOptionMandatory(),
    )
    .addOption(new Option("--remove", "take the annotation with this prefix off").conflicts("result"))
    .addOption(fromOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      "\nExample:\n  knockon annotate grid.adopt.json --result run.json --prefix knockon_\n  knockon annotate grid.adopt.json --remove --prefix knockon_",
    )
    .action((name: string | undefined, options: AnnotateOptions) =>
      options.remove ? remove(cli, name, options) : annotate(cli, name, options),
    );
}

function parsePrefix(text: string): string {
  if (prefixPattern.test(text)) return text;
  throw new InvalidArgumentError(
    "Give a small letter, then small letters, digits and _, ending in _, such as knockon_.",
  );
}

async function annotate(cli: Cli, name: string | undefined, options: AnnotateOptions): Promise<void> {
  const { prefix, result: file, from } = options;
  if (name === undefined || file === undefined)
    throw new CliError("USAGE_RESULT_MISSING", "Say what is written where: annotate DATASET --result FILE.");
  const result = await readResult(cli, file);
  const settings = readSettings({ store: options.store }, cli.io.environment);
  const about = { kind: result.kind, ...(result.resultHash === null ? {} : { result_hash: result.resultHash }) };
  const report = await withNodes(name, { from, settings }, async (graph, { id, hash, elementIds }) => {
    checkOrigin(result, { id, hash });
    const rows = result.assets.flatMap(({ id: asset, values, counts }) => {
      const elementId = elementIds.get(asset);
      return elementId === undefined ? [] : [{ elementId, values, counts }];
    });
    const missing = result.assets.filter((asset) => !elementIds.has(asset.id)).map((asset) => asset.id);
    if (missing.length > 0 && !result.hasOverlays) throw assetsUnknown(id, missing);
    cli.io.signal.throwIfAborted();
    const record = { ...about, dataset: id, dataset_hash: hash };
    const keys = await graph.annotate({ prefix, rows, about: record, at: cli.io.now().toISOString() });
    return { kind: "annotate", graph: graph.address, prefix, nodes: rows.length, keys, notInGraph: missing } as const;
  });
  if (options.json) return cli.printJson(report);
  cli.print([
    `${counted(report.nodes, "node")} of ${report.graph} got ${report.keys.join(", ")}`,
    ...(report.notInGraph.length === 0 ? [] : [`not in the graph: ${report.notInGraph.join(", ")}`]),
    `"knockon annotate ${name} --remove --prefix ${prefix}" takes them off again`,
  ]);
}

async function remove(cli: Cli, name: string | undefined, options: AnnotateOptions): Promise<void> {
  const { prefix, from } = options;
  const settings = readSettings({ store: options.store }, cli.io.environment);
  const adoption = name !== undefined && isAdoptionPath(name) ? await usableAdoption(name) : null;
  const report = await withAdoptedGraph({ adoption, from, settings }, async (graph) => {
    const nodes = await graph.removeAnnotation(prefix);
    return { kind: "annotate", graph: graph.address, prefix, removed: nodes } as const;
  });
  if (options.json) cli.printJson(report);
  else cli.print([`the annotation ${prefix} was taken off ${counted(report.removed, "node")} of ${report.graph}`]);
}

async function readResult(cli: Cli, file: string): Promise<AnnotatedResult> {
  const { value, file: name } = file === "-" ? await readStdin(cli) : await readJsonFile(file);
  const { result, issues } = parseAnnotatedResult(value, name);
  if (result === null) throw new RefusedError(`Result ${name} cannot be used`, issues);
  return result;
}

async function readStdin({ io }: Cli): Promise<{ readonly value: unknown; readonly file: string }> {
  const name = "stdin";
  const files = { name, list: async () => [name], size: async () => 0, open: () => io.stdin };
  const { value, issues } = await readJson(files, name);
  if (value === undefined) throw new RefusedError("The result cannot be used", issues);
  return { value, file: name };
}

/** Whose nodes: the dataset's id and hash now, and the node of each asset. */
interface Nodes {
  readonly id: string;
  readonly hash: string;
  readonly elementIds: ReadonlyMap<string, string>;
}

/** Does `work` with the graph and the nodes of an adopted graph as it is now, or of a dataset that a Neo4j store keeps. */
async function withNodes<T>(
  name: string,
  { from, settings }: { readonly from?: string | undefined; readonly settings: Settings },
  work: (graph: Neo4jGraph, nodes: Nodes) => Promise<T>,
): Promise<T> {
  if (!isAdoptionPath(name))
    return withAdoptedGraph({ adoption: null, from, settings }, async (graph) =>
      work(graph, { id: name, ...(await graph.storedElements(name)) }),
    );
  const adoption = await usableAdoption(name);
  const { dataset, issues, elementIds } = await readAdoptedGraph(name, { from, settings });
  if (dataset === null || hasErrors(issues)) throw new RefusedError(`${name} cannot be used`, issues);
  const nodes = { id: dataset.description.id, hash: datasetHash(dataset), elementIds };
  return withAdoptedGraph({ adoption, from, settings }, (graph) => work(graph, nodes));
}

async function usableAdoption(path: string) {
  const { adoption, issues } = await readAdoptionFile(path);
  if (adoption === null) throw new RefusedError(`${path} cannot be used`, issues);
  return adoption;
}

/** A result of other data, or of this data as it was once, would say wrong things of the nodes. */
function checkOrigin({ dataset }: AnnotatedResult, now: { readonly id: string; readonly hash: string }): void {
  if (dataset === null || (dataset.id === now.id && dataset.hash === now.hash)) return;
  const what = dataset.id === now.id ? `${now.id} has changed since` : `it is of ${dataset.id}, not of ${now.id}`;
  throw new CliError(
    "RESULT_OF_OTHER_DATA",
    `The result cannot be written: ${what}. Run it again on the data there is.`,
  );
}

const shownIds = 5;

function assetsUnknown(dataset: string, ids: readonly string[]): CliError {
  const some = ids.slice(0, shownIds).join(", ");
  const text = `${dataset} has no asset for ${counted(ids.length, "row")} of the result: ${some}. Run it again on the data there is.`;
  return new CliError("ASSET_UNKNOWN", text);
}
