import type { Command } from "commander";
import { libraryNames } from "../../dataset-source.ts";
import type { DatasetSummary } from "../../store/store.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { quantity } from "../quantities.ts";
import { type Column, tableLines } from "../table.ts";
import { type StoreOption, withStore } from "../with-store.ts";

/** `datasets`: what the store holds. */
export function addDatasets(program: Command, cli: Cli): void {
  program
    .command("datasets")
    .summary("list the datasets of the store")
    .description("Lists the datasets of the store by id.")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon datasets --store sqlite:./work.db")
    .action((options: StoreOption & JsonOption) => list(cli, options));
}

const columns: readonly Column<DatasetSummary>[] = [
  { title: "dataset", cell: ({ id }) => id },
  { title: "version", cell: ({ version }) => version },
  { title: "revision", right: true, cell: ({ revision }) => quantity(revision) },
  { title: "assets", right: true, cell: ({ counts }) => quantity(counts.assets) },
  { title: "dependencies", right: true, cell: ({ counts }) => quantity(counts.dependencies) },
  { title: "connections", right: true, cell: ({ counts }) => quantity(counts.connections) },
  { title: "States", right: true, cell: ({ counts }) => quantity(counts.states) },
  { title: "imported", cell: ({ importedAt }) => importedAt.slice(0, 16).replace("T", " ") },
  { title: "title", most: 60, cell: ({ title }) => title },
];

async function list(cli: Cli, options: StoreOption & JsonOption): Promise<void> {
  const { address, datasets } = await withStore(cli.io, options, async (open) => {
    const store = await open();
    return { address: store.address, datasets: await store.datasets() };
  });
  if (options.json) return cli.printJson({ kind: "datasets", store: address, datasets });
  if (datasets.length === 0) cli.print([`${address} holds no dataset: "knockon import DIR" brings one in`]);
  else cli.print(tableLines(columns, datasets, cli.paint));
  cli.note(`bundled, usable by name: ${libraryNames.join(", ")}`);
}
