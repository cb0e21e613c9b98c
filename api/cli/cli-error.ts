/** Every way a command can fail by itself: how the program then ends, and what it means. */
export const cliErrors = {
  USAGE_LOSS_MISSING: { ending: "usageWrong", meaning: "A command that needs a loss was told none" },
  USAGE_ASSET_MISSING: { ending: "usageWrong", meaning: "A command about an asset was told none" },
  USAGE_OVERLAY_MISSING: { ending: "usageWrong", meaning: "A command that compares was told no change set" },
  USAGE_RULE_MISSING: { ending: "usageWrong", meaning: "A command that prunes was told no rule" },
  USAGE_RECIPE_UNKNOWN: { ending: "usageWrong", meaning: "There is no recipe of this id" },
  USAGE_FORMAT_UNKNOWN: {
    ending: "usageWrong",
    meaning: "There is no format of this id, or it cannot do what is asked",
  },
  USAGE_FORMAT_UNSURE: { ending: "usageWrong", meaning: "The files may be of several formats, and none was said" },
  USAGE_COLUMN_UNKNOWN: { ending: "usageWrong", meaning: "A value was set for a column that no table has" },
  USAGE_RESULT_MISSING: { ending: "usageWrong", meaning: "A command that writes a result was told none, or not where" },
  RESULT_OF_OTHER_DATA: { ending: "inputWrong", meaning: "A result was made from other data than it is written to" },
  ASSET_UNKNOWN: { ending: "inputWrong", meaning: "The dataset has no asset of this id" },
  OUT_EXISTS: { ending: "usageWrong", meaning: "There is something at the path of --out already; nothing is replaced" },
  OUT_FAILED: { ending: "outsideFailed", meaning: "What was to be written could not be written" },
  USAGE_PARAMETER: { ending: "usageWrong", meaning: "A parameter of an analysis is not what its schema says" },
  JOB_MEMORY: { ending: "outsideFailed", meaning: "An analysis needs more memory than a job may take" },
  ANALYSIS_BROKE: { ending: "outsideFailed", meaning: "The thread of an analysis ended without an answer" },
} as const;

export type CliErrorCode = keyof typeof cliErrors;

/** A command cannot do what it was asked; the message says what to do. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
