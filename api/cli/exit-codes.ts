import { CommanderError } from "commander";
import { RecipeError, type RecipeErrorCode } from "../../datasets/recipes/recipe-error.ts";
import { HistoryError } from "../history/history-error.ts";
import { SourceError } from "../dataset-source.ts";
import { SettingError } from "../settings.ts";
import { BackupError, type BackupErrorCode } from "../store/backup/backup-error.ts";
import { StoreError, type StoreErrorCode } from "../store/store-error.ts";
import { CliError, cliErrors } from "./cli-error.ts";
import { RefusedError } from "./refused-error.ts";

/** How the program ends (files.md). */
export const exitCodes = {
  done: 0,
  /** The data, a scenario, an overlay or an id in them. */
  inputWrong: 1,
  /** The command line or a setting. */
  usageWrong: 2,
  /** Store, file system or network. */
  outsideFailed: 3,
  cancelled: 130,
} as const;

export type Ending = keyof typeof exitCodes;

/** Store errors that are not a failure of the outside. */
const storeEndings: Partial<Record<StoreErrorCode, Ending>> = {
  STORE_BAD_ADDRESS: "usageWrong",
  STORE_BAD_PAGE: "usageWrong",
  STORE_NOT_FOUND: "inputWrong",
  STORE_BAD_DATASET: "inputWrong",
  STORE_NOT_A_GRAPH: "usageWrong",
  STORE_PREFIX_TAKEN: "inputWrong",
};

const recipeEndings: Readonly<Record<RecipeErrorCode, Ending>> = {
  RECIPE_FROM_MISSING: "usageWrong",
  RECIPE_FILE_MISSING: "inputWrong",
  RECIPE_FILE_MALFORMED: "inputWrong",
  RECIPE_VALUE_UNKNOWN: "inputWrong",
  RECIPE_REGION_MALFORMED: "inputWrong",
};

const backupEndings: Readonly<Record<BackupErrorCode, Ending>> = {
  BACKUP_UNREADABLE: "outsideFailed",
  BACKUP_FORMAT: "inputWrong",
  BACKUP_VERSION: "inputWrong",
  BACKUP_DAMAGED: "inputWrong",
  BACKUP_STORE_IN_USE: "usageWrong",
  COPY_DIFFERS: "usageWrong",
  COPY_NOT_KEPT: "outsideFailed",
};

/** An issue that says that the file system failed, not that the data are wrong. */
const outsideIssue = "FILE_UNREADABLE";

/** How the program ends after this error. What it does not know counts as a failure of the outside. */
export function endingOf(error: unknown): Ending {
  if (error instanceof RefusedError)
    return error.issues.some(({ code }) => code === outsideIssue) ? "outsideFailed" : "inputWrong";
  if (error instanceof CliError) return cliErrors[error.code].ending;
  if (error instanceof CommanderError) return error.exitCode === 0 ? "done" : "usageWrong";
  if (error instanceof SettingError) return "usageWrong";
  if (error instanceof SourceError) return "inputWrong";
  if (error instanceof HistoryError) return error.code === "AS_OF_INVALID" ? "usageWrong" : "inputWrong";
  if (error instanceof StoreError) return storeEndings[error.code] ?? "outsideFailed";
  if (error instanceof BackupError) return backupEndings[error.code];
  return error instanceof RecipeError ? recipeEndings[error.code] : "outsideFailed";
}
