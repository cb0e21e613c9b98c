import type { FileSet } from "../file-set.ts";
import { ReadError } from "../read-error.ts";
import type { Format } from "./format.ts";
import { type Guess, guessFormats } from "./registry.ts";

/** How files are to be read: as a dataset of ours, as a format of others, or not before somebody says as what. */
export type Choice =
  | { readonly kind: "own" }
  | { readonly kind: "foreign"; readonly format: Format; readonly guesses: readonly Guess[] }
  | { readonly kind: "unsure"; readonly guesses: readonly Guess[] };

/** A guess less sure than this is put before the user. */
const sureEnough = 0.8;

/** Looks at files of which nobody said what they are. Files that look like nothing known are left to the reader of ours, which says what is missing. */
export async function chooseFormat(files: FileSet): Promise<Choice> {
  if (await isOwn(files)) return { kind: "own" };
  const guesses = await guessFormats(files);
  const [best] = guesses;
  if (best === undefined) return { kind: "own" };
  return best.confidence < sureEnough ? { kind: "unsure", guesses } : { kind: "foreign", format: best.format, guesses };
}

/** A folder with a dataset.json and our tables, or a bundle with its two parts. */
async function isOwn(files: FileSet): Promise<boolean> {
  try {
    const paths = await files.list();
    // Beside tables of another format, a dataset.json says what they are and not how they are kept.
    const isTyped = paths.some((path) => /\.parquet$/iu.test(path)) && !paths.includes("assets.csv");
    if (paths.includes("dataset.json") && paths.length > 1) return !isTyped;
    const [only] = paths;
    if (paths.length !== 1 || only === undefined || !/\.json$/iu.test(only)) return false;
    for await (const part of files.open(only)) return /^\s*\{\s*"dataset"\s*:/u.test(new TextDecoder().decode(part));
    return false;
  } catch (error) {
    if (error instanceof ReadError) return true;
    throw error;
  }
}
