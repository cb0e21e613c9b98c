import { expect, it } from "vitest";
import { HistoryError, type HistoryErrorCode, historyErrors } from "../../../api/history/history-error.ts";

it.each(Object.keys(historyErrors) as HistoryErrorCode[])("%s says what happened and what to do", (code) => {
  const error = new HistoryError(code, "the thing");
  expect(error.message).toBe(`the thing. ${historyErrors[code]}.`);
  expect(error.code).toBe(code);
});
