import type { Command } from "commander";
import { withShipped } from "../../dataset-source.ts";
import { editDataset } from "../../history/edit-dataset.ts";
import type { Cli } from "../cli.ts";
import { addRevisionOptions, type JsonOption, jsonOption, type RevisionOptions, storeOption } from "../options.ts";
import { counted } from "../quantities.ts";
import { readOverlays } from "../read-documents.ts";
import { RefusedError } from "../refused-error.ts";
import { type StoreOption, withStore } from "../with-store.ts";
import { writeOptions } from "../write-options.ts";

interface EditOptions extends StoreOption, JsonOption, RevisionOptions {
  readonly overlay: string;
}

/** `edit DATASET`: an overlay for good. */
export function addEdit(program: Command, cli: Cli): void {
  const command = program
    .command("edit")
    .summary("apply a change set to a stored dataset for good")
    .description(
      "Applies an overlay to a dataset of the store, whole or not at all, as a new revision. The outcome is checked like an import.",
    )
    .argument("<dataset>", "id of a dataset in the store")
    .requiredOption("--overlay <file>", "change set, a file or the id of one kept with the dataset");
  addRevisionOptions(command)
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      '\nExample:\n  knockon edit my-region --overlay second-exchange.json --why "built in May" --expect 3',
    )
    .action((id: string, options: EditOptions) => edit(cli, id, options));
}

async function edit(cli: Cli, id: string, { overlay: name, json, ...options }: EditOptions): Promise<void> {
  const { address, outcome } = await withStore(cli.io, options, async (open) => {
    const store = await open();
    const description = await store.description(id);
    const overlays = await withShipped(await store.documents(id, "overlay"), id, "overlay");
    const [overlay] = await readOverlays([name], { overlays, dataset: { description } });
    if (overlay === undefined) throw new Error("no overlay was read");
    return {
      address: store.address,
      outcome: await editDataset(store, id, { overlay, ...writeOptions(cli, options) }),
    };
  });
  const { issues } = outcome;
  if (outcome.kind === "refused") throw new RefusedError(`${id} was not edited with ${name}`, issues);
  const { changed, revision, hash } = outcome;
  if (json) return cli.printJson({ kind: "edit", store: address, dataset: { id, hash }, changed, revision, issues });
  const warnings = issues.filter(({ severity }) => severity === "warning").length;
  cli.print([
    changed
      ? `${id}: edited as revision ${revision}`
      : `${id}: the edit changes nothing; it stays revision ${revision}`,
    `  store ${address}`,
    ...(warnings === 0
      ? []
      : [`  ${counted(warnings, "warning")}: "knockon check ${id} --as-of ${revision}" lists them`]),
  ]);
}
