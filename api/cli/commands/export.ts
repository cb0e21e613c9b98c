import { type Command, Option } from "commander";
import { writeBundle, writeDatasetFolder, writeDocument } from "../../../datasets/formats/index.ts";
import type { DocumentKind, StoredDocument } from "../../store/store.ts";
import type { Cli } from "../cli.ts";
import { type LoadedDataset, loadDataset } from "../load-dataset.ts";
import { type AsOfOption, asOfOption, type JsonOption, jsonOption, storeOption } from "../options.ts";
import type { StoreOption } from "../with-store.ts";
import { assertNew, writeNewFile, writeNewFolder } from "../write-new.ts";

const formats = ["folder", "bundle"] as const;

interface ExportOptions extends StoreOption, AsOfOption, JsonOption {
  readonly format: (typeof formats)[number];
  readonly out: string;
}

/** `export DATASET`: as files that read back as the same dataset. */
export function addExport(program: Command, cli: Cli): void {
  program
    .command("export")
    .summary("write a dataset as files")
    .description(
      "Writes a dataset as a folder of CSV files (with its scenarios and overlays) or as one JSON bundle. Reading it again gives the same dataset; the same content gives the same bytes, whatever store it came from.",
    )
    .argument("<dataset>", "id or path")
    .addOption(new Option("--format <format>", "how to write it").choices(formats).makeOptionMandatory())
    .requiredOption("--out <path>", "folder or file to make; nothing that is there is replaced")
    .addOption(asOfOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon export my-region --format bundle --out my-region.json")
    .action((name: string, options: ExportOptions) => exportDataset(cli, name, options));
}

async function exportDataset(cli: Cli, name: string, { format, out, ...options }: ExportOptions): Promise<void> {
  await assertNew(out);
  const loaded = await loadDataset(cli, name, options);
  if (format === "bundle") await writeNewFile(out, writeBundle(loaded.dataset));
  else await writeNewFolder(out, folderFiles(loaded));
  const { id, version } = loaded.dataset.description;
  if (options.json) cli.printJson({ kind: "export", dataset: { id, version, hash: loaded.hash }, format, out });
  else cli.print([`${id} ${version} was written to ${out}`, `  hash ${loaded.hash}`]);
}

function folderFiles({ dataset, scenarios, overlays }: LoadedDataset): ReadonlyMap<string, string> {
  return new Map([
    ...writeDatasetFolder(dataset),
    ...scenarios.map((document) => documentFile("scenario", document)),
    ...overlays.map((document) => documentFile("overlay", document)),
  ]);
}

/** An id may hold any character; a file name made from it must not lead out of its folder. */
function documentFile(kind: DocumentKind, { id, body }: StoredDocument): [string, string] {
  return [`${kind}s/${encodeURIComponent(id)}.json`, writeDocument(kind, body)];
}
