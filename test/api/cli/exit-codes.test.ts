import { CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { type Issue, nowhere } from "../../../analyzer/index.ts";
import { CliError } from "../../../api/cli/cli-error.ts";
import { endingOf, exitCodes } from "../../../api/cli/exit-codes.ts";
import { RefusedError } from "../../../api/cli/refused-error.ts";
import { SourceError } from "../../../api/dataset-source.ts";
import { SettingError } from "../../../api/settings.ts";
import { BackupError } from "../../../api/store/backup/backup-error.ts";
import { StoreError } from "../../../api/store/store-error.ts";
import { RecipeError } from "../../../datasets/recipes/recipe-error.ts";

const issue = (code: string): Issue => ({ ...nowhere, severity: "error", code, column: null, value: null, text: "so" });

describe("the exit code of an error", () => {
  it("is a promise to scripts", () => {
    expect(exitCodes).toEqual({ done: 0, inputWrong: 1, usageWrong: 2, outsideFailed: 3, cancelled: 130 });
  });

  it.each([
    [new RefusedError("x", [issue("VALUE_MISSING")]), "inputWrong"],
    [new RefusedError("x", [issue("FILE_UNREADABLE")]), "outsideFailed"],
    [new SourceError("x"), "inputWrong"],
    [new StoreError("STORE_NOT_FOUND", "x"), "inputWrong"],
    [new StoreError("STORE_BAD_ADDRESS", "x"), "usageWrong"],
    [new StoreError("STORE_FULL", "x"), "outsideFailed"],
    [new StoreError("STORE_BUSY", "x"), "outsideFailed"],
    [new BackupError("BACKUP_DAMAGED", "x"), "inputWrong"],
    [new BackupError("BACKUP_STORE_IN_USE", "x"), "usageWrong"],
    [new BackupError("COPY_NOT_KEPT", "x"), "outsideFailed"],
    [new RecipeError("RECIPE_FROM_MISSING", "x"), "usageWrong"],
    [new RecipeError("RECIPE_FILE_MALFORMED", "x"), "inputWrong"],
    [new SettingError("SETTING_BAD_PORT", "x"), "usageWrong"],
    [new CliError("OUT_FAILED", "x"), "outsideFailed"],
    [new CliError("ASSET_UNKNOWN", "x"), "inputWrong"],
    [new CommanderError(1, "commander.unknownOption", "x"), "usageWrong"],
    [new CommanderError(0, "commander.helpDisplayed", "x"), "done"],
    [new TypeError("a fault of our own"), "outsideFailed"],
    ["not even an error", "outsideFailed"],
  ])("%s: %s", (error, ending) => {
    expect(endingOf(error)).toBe(ending);
  });
});
