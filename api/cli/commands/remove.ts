import type { Command } from "commander";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { type StoreOption, withStore } from "../with-store.ts";

/** `remove DATASET`: out of the store. */
export function addRemove(program: Command, cli: Cli): void {
  program
    .command("remove")
    .summary("take a dataset out of the store")
    .description(
      "Takes a dataset out of the store, with its revisions, scenarios and overlays. Runs made from it stay.",
    )
    .argument("<dataset>", "id of a dataset in the store")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon remove my-region")
    .action((id: string, options: StoreOption & JsonOption) => remove(cli, id, options));
}

async function remove(cli: Cli, id: string, options: StoreOption & JsonOption): Promise<void> {
  const address = await withStore(cli.io, options, async (open) => {
    const store = await open();
    await store.removeDataset(id);
    return store.address;
  });
  if (options.json) cli.printJson({ kind: "remove", store: address, dataset: { id } });
  else cli.print([`${id} was removed from ${address}`]);
}
