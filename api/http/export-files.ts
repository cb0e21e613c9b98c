import type { Dataset } from "../../analyzer/index.ts";
import { writeBundle, writeDatasetFolder } from "../../datasets/formats/index.ts";
import { foreignFormats, type Lost, zipFiles } from "../../datasets/formats/foreign/index.ts";
import { ProblemError } from "./problems.ts";

/** A dataset as it is sent: one file, which is a zip where the format is of several. */
export interface ExportFile {
  readonly fileName: string;
  readonly mediaType: "application/json" | "application/octet-stream";
  readonly content: string | Uint8Array;
  /** What the format cannot hold. */
  readonly lost: readonly Lost[];
}

/** Files of the scenarios and overlays of a dataset, which a folder of ours has beside the tables. */
type FilesBeside = () => Promise<readonly (readonly [path: string, text: string])[]>;

/** Writes a dataset as a bundle or folder of ours, or in a format of others. Throws `ProblemError` for one that is not written. */
export async function exportFile(dataset: Dataset, formatId: string, beside: FilesBeside): Promise<ExportFile> {
  const { id } = dataset.description;
  if (formatId === "bundle")
    return { fileName: `${id}.json`, mediaType: "application/json", content: writeBundle(dataset), lost: [] };
  if (formatId === "folder") {
    const files = new Map([...writeDatasetFolder(dataset), ...(await beside())]);
    return { ...(await zipped(`${id}.zip`, files)), lost: [] };
  }
  const format = foreignFormats.find((each) => each.id === formatId);
  if (!format?.write) {
    const known = foreignFormats.filter(({ write }) => write !== null).map((each) => each.id);
    const text = `No format ${JSON.stringify(formatId)} is written here: one of bundle, folder, ${known.join(", ")}.`;
    throw new ProblemError("FORMAT_UNKNOWN", text);
  }
  const { files, lost } = await format.write(dataset);
  const [[path, content] = []] = files;
  if (files.size !== 1 || path === undefined || content === undefined)
    return { ...(await zipped(`${id}-${formatId}.zip`, files)), lost };
  const ending = /\.[a-z0-9]+$/iu.exec(path)?.[0] ?? "";
  return { fileName: `${id}${ending}`, mediaType: "application/octet-stream", content, lost };
}

async function zipped(
  fileName: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<Omit<ExportFile, "lost">> {
  return { fileName, mediaType: "application/octet-stream", content: await zipFiles(files) };
}
