/**
 * Why a recipe cannot run:
 * `RECIPE_FROM_MISSING`: no folder of raw files was named;
 * `RECIPE_FILE_MISSING`: a raw file is not there or cannot be read;
 * `RECIPE_FILE_MALFORMED`: a raw file is no CSV or lacks a column;
 * `RECIPE_VALUE_UNKNOWN`: a raw row holds a value that the recipe cannot translate;
 * `RECIPE_REGION_MALFORMED`: a region file cannot be read, or has a field that does not fit.
 */
export type RecipeErrorCode =
  | "RECIPE_FROM_MISSING"
  | "RECIPE_FILE_MISSING"
  | "RECIPE_FILE_MALFORMED"
  | "RECIPE_VALUE_UNKNOWN"
  | "RECIPE_REGION_MALFORMED";

/** A recipe met raw files that it cannot use; `message` says what to do. */
export class RecipeError extends Error {
  override readonly name = "RecipeError";

  constructor(
    readonly code: RecipeErrorCode,
    message: string,
    readonly file: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
