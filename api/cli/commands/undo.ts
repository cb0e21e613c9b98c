import type { Command } from "commander";
import { redoDataset, undoDataset } from "../../history/undo-dataset.ts";
import type { Cli } from "../cli.ts";
import { addRevisionOptions, type JsonOption, jsonOption, type RevisionOptions, storeOption } from "../options.ts";
import { type StoreOption, withStore } from "../with-store.ts";
import { writeOptions } from "../write-options.ts";

type StepOptions = StoreOption & JsonOption & RevisionOptions;

const steps = {
  undo: {
    summary: "take back the last import or edit of a dataset",
    description:
      "Brings back what a dataset of the store held before its last import or edit, as a new revision: nothing is lost. Again, and it goes one further back.",
    write: undoDataset,
  },
  redo: {
    summary: "bring back what was undone last",
    description:
      "Brings back what was undone last, as a new revision. After another import or edit there is nothing to redo any more.",
    write: redoDataset,
  },
} as const;

/** `undo DATASET` and `redo DATASET`: back and forth between the contents of a stored dataset. */
export function addUndo(program: Command, cli: Cli): void {
  for (const kind of ["undo", "redo"] as const) {
    const { summary, description } = steps[kind];
    const command = program
      .command(kind)
      .summary(summary)
      .description(description)
      .argument("<dataset>", "id of a dataset in the store");
    addRevisionOptions(command)
      .addOption(storeOption())
      .addOption(jsonOption())
      .addHelpText("after", `\nExample:\n  knockon ${kind} my-region`)
      .action((id: string, options: StepOptions) => step(cli, kind, id, options));
  }
}

async function step(cli: Cli, kind: "undo" | "redo", id: string, { json, ...options }: StepOptions): Promise<void> {
  const { address, outcome } = await withStore(cli.io, options, async (open) => {
    const store = await open();
    return { address: store.address, outcome: await steps[kind].write(store, id, writeOptions(cli, options)) };
  });
  const { hash, revision, restores } = outcome;
  if (json) cli.printJson({ kind, store: address, dataset: { id, hash }, revision, restores });
  else cli.print([`${id}: revision ${revision} holds again what revision ${restores} held`, `  store ${address}`]);
}
