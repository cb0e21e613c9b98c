import { type Command, Option } from "commander";
import { writeBundle, writeDatasetFolder } from "../../../datasets/formats/index.ts";
import { foreignFormats, type Lost } from "../../../datasets/formats/foreign/index.ts";
import { documentFiles } from "../../documents-beside.ts";
import type { Cli } from "../cli.ts";
import { type LoadedDataset, loadDataset } from "../load-dataset.ts";
import { type AsOfOption, asOfOption, type JsonOption, jsonOption, storeOption } from "../options.ts";
import type { StoreOption } from "../with-store.ts";
import { counted } from "../quantities.ts";
import { assertNew, writeNewFile, writeNewFolder } from "../write-new.ts";

const own = ["folder", "bundle"];
const formats = [...own, ...foreignFormats.filter(({ write }) => write !== null).map(({ id }) => id)];

interface ExportOptions extends StoreOption, AsOfOption, JsonOption {
  readonly format: string;
  readonly out: string;
}

/** `export DATASET`: as files that read back as the same dataset. */
export function addExport(program: Command, cli: Cli): void {
  program
    .command("export")
    .summary("write a dataset as files")
    .description(
      "Writes a dataset as a folder of CSV files (with its scenarios and overlays), as one JSON bundle, or in a format of others, of which it lists what that cannot hold. Reading it again gives the same dataset; the same content gives the same bytes, whatever store it came from.",
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
  const lost = await write(loaded, format, out);
  const { id, version } = loaded.dataset.description;
  if (options.json) cli.printJson({ kind: "export", dataset: { id, version, hash: loaded.hash }, format, out, lost });
  else cli.print([`${id} ${version} was written to ${out}`, `  hash ${loaded.hash}`, ...lostLines(lost)]);
}

/** Writes it; what the format could not hold. */
async function write(loaded: LoadedDataset, format: string, out: string): Promise<readonly Lost[]> {
  const foreign = foreignFormats.find(({ id }) => id === format);
  if (foreign === undefined || foreign.write === null) {
    if (format === "bundle") await writeNewFile(out, writeBundle(loaded.dataset));
    else await writeNewFolder(out, folderFiles(loaded));
    return [];
  }
  const { files, lost } = await foreign.write(loaded.dataset);
  const [first] = files.values();
  if (files.size === 1 && first !== undefined) await writeNewFile(out, first);
  else await writeNewFolder(out, files);
  return lost;
}

function lostLines(lost: readonly Lost[]): string[] {
  if (lost.length === 0) return [];
  const lines = lost.map(({ table, column, rows, text }) => `  ${table}.${column}, ${counted(rows, "row")}: ${text}`);
  return ["Not written, because the format has no place for it:", ...lines];
}

function folderFiles({ dataset, scenarios, overlays }: LoadedDataset): ReadonlyMap<string, string> {
  return new Map([
    ...writeDatasetFolder(dataset),
    ...documentFiles("scenario", scenarios),
    ...documentFiles("overlay", overlays),
  ]);
}
