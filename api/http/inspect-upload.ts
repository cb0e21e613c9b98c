import { type Issue, hasErrors } from "../../analyzer/index.ts";
import { type FileSet, readDataset, type ReadOutcome } from "../../datasets/formats/index.ts";
import {
  calledIn,
  type ColumnProposal,
  chooseFormat,
  type Guess,
  inspectFiles,
  withSettings,
} from "../../datasets/formats/foreign/index.ts";
import type { Reading } from "./foreign-upload.ts";

/** What a dataset of ours is called among the formats. */
const ownFormat = "own";

interface InspectionView {
  readonly format: string;
  readonly guesses: readonly { readonly format: string; readonly title: string; readonly confidence: number }[];
  readonly columns: readonly ColumnProposal[];
  readonly mapping: object;
  readonly counts: ReadOutcome["counts"];
  readonly dataset: { readonly id: string; readonly title: string; readonly version: string } | null;
  readonly usable: boolean;
  readonly issues: readonly Issue[];
}

/** Formats that nobody said, the likeliest first; none for a dataset of ours. */
export async function guessesFor(files: FileSet): Promise<readonly Guess[]> {
  const choice = await chooseFormat(files);
  return choice.kind === "own" ? [] : choice.guesses;
}

/** What an upload holds, what could fill what, and what an import would say; nothing is written. */
export async function inspectUpload(
  files: FileSet,
  { format, mapping, settings, description }: Reading,
  options: { readonly guesses: readonly Guess[]; readonly least: number; readonly retrieved: string },
): Promise<InspectionView> {
  const { guesses, ...reading } = options;
  const shown = guesses.map(({ format: { id, title }, confidence }) => ({ format: id, title, confidence }));
  if (format !== null) {
    const found = await inspectFiles(files, format, { ...reading, mapping, settings, description });
    return { ...found, guesses: shown };
  }
  const mapped = withSettings(mapping ?? {}, settings).mapping;
  const isMapped = mapping !== null || settings.length > 0;
  const { dataset, counts, issues } = await readDataset(files, isMapped ? { mapping: mapped } : {});
  const usable = dataset !== null && !hasErrors(issues);
  const called = calledIn(dataset?.description);
  return { format: ownFormat, guesses: shown, columns: [], mapping: mapped, counts, dataset: called, usable, issues };
}
