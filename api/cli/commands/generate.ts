import { type Command, Option } from "commander";
import { tableAttributes } from "../../../analyzer/index.ts";
import { csvChunks, writeDescription } from "../../../datasets/formats/index.ts";
import { generateSystem, mostStates, type SystemStatistics } from "../../../datasets/synthetic/generate-system.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption, parseBetween } from "../options.ts";
import { counted, quantity } from "../quantities.ts";
import { assertNew, writeNewFolder } from "../write-new.ts";

interface GenerateOptions extends JsonOption {
  readonly assets: number;
  readonly states: number;
  readonly redundancy: number;
  readonly seed: number;
  readonly out: string;
}

const fewestAssets = 100;
const mostAssets = 1_000_000;
const largestSeed = 2 ** 31 - 1;

/** `generate`: a made-up system of several States, as a dataset folder. */
export function addGenerate(program: Command, cli: Cli): void {
  const whole = (flags: string, description: string, [least, most]: readonly [number, number]): Option =>
    new Option(flags, `${description}, ${quantity(least)} to ${quantity(most)}`).argParser(
      parseBetween(least, most, true),
    );
  program
    .command("generate")
    .summary("make up a system of several States, for teaching and tests")
    .description(
      "Writes a dataset folder of made-up assets around made-up towns in made-up States, with the dependencies usual for their kinds and one electricity network. The same options give the same bytes.",
    )
    .addOption(whole("--assets <count>", "how many assets", [fewestAssets, mostAssets]).default(1_000))
    .addOption(whole("--states <count>", "how many States", [1, mostStates]).default(5))
    .addOption(
      new Option("--redundancy <share>", "chance that a service has a second provider, 0 to 1")
        .argParser(parseBetween(0, 1, false))
        .default(0.6),
    )
    .addOption(whole("--seed <seed>", "another one gives another system", [0, largestSeed]).default(1))
    .requiredOption("--out <folder>", "folder to make; nothing that is there is replaced")
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon generate --assets 1000 --states 6 --seed 7 --out ./made-up")
    .action((options: GenerateOptions) => generate(cli, options));
}

async function generate(cli: Cli, { out, json, ...options }: GenerateOptions): Promise<void> {
  await assertNew(out);
  const system = generateSystem(options);
  const columns = (table: "assets" | "dependencies" | "connections", first: object | undefined): string[] =>
    tableAttributes[table]
      .filter(
        ({ name, required }) => required || (first !== undefined && name in first) || stated[table].includes(name),
      )
      .map(({ column }) => column);
  const rowsOf = {
    assets: columns("assets", system.assets().next().value),
    dependencies: columns("dependencies", system.dependencies().next().value),
    connections: columns("connections", system.connections().next().value),
  };
  await writeNewFolder(
    out,
    new Map<string, string | Iterable<string>>([
      ["dataset.json", writeDescription(system.description)],
      ["assets.csv", csvChunks("assets", rowsOf.assets, system.assets())],
      ["dependencies.csv", csvChunks("dependencies", rowsOf.dependencies, system.dependencies())],
      ["connections.csv", csvChunks("connections", rowsOf.connections, system.connections())],
    ]),
  );
  const { id } = system.description;
  if (json) cli.printJson({ kind: "generate", dataset: { id }, out, statistics: system.statistics });
  else cli.print([`${id} was written to ${out}`, ...statisticLines(system.statistics)]);
}

/** Columns that some rows state and the first may not. */
const stated = {
  assets: ["capacity", "unit", "produces", "consumes", "peopleServed"] as string[],
  dependencies: [] as string[],
  connections: [] as string[],
};

function statisticLines(statistics: SystemStatistics): string[] {
  const { assets, states, dependencies, connections, crossBorderConnections } = statistics;
  const { crossBorderShare, crossSectorShare, singleProviderShare } = statistics;
  const percent = (share: number): string => `${quantity(100 * share)} %`;
  return [
    `  ${counted(assets, "asset")} in ${counted(states, "State")}`,
    `  ${counted(dependencies, "dependency", "dependencies")}: ${percent(crossBorderShare)} over a border, ${percent(crossSectorShare)} between sectors`,
    `  ${percent(singleProviderShare)} of services have one provider`,
    `  ${counted(connections, "connection")}, ${quantity(crossBorderConnections)} over a border`,
  ];
}
