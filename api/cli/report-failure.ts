import { CommanderError } from "commander";
import type { Io } from "./io.ts";
import { issueLines } from "./issue-lines.ts";
import { type Paint, paintFor, printable } from "./paint.ts";
import { counted } from "./quantities.ts";
import { RefusedError } from "./refused-error.ts";

const shownIssues = 50;

/** Says on stderr why the program failed: a code and what to do, one message per issue. `hint` goes below a wrong usage. */
export function reportFailure(error: unknown, io: Io, hint: string): void {
  const paint = paintFor(io.stderr, io.environment);
  io.stderr.write(`${failureLines(error, paint, hint).join("\n")}\n`);
}

function failureLines(error: unknown, paint: Paint, hint: string): string[] {
  if (error instanceof RefusedError) return refusalLines(error, paint);
  if (error instanceof CommanderError) {
    const head = headLine(usageCode(error), usageText(error), paint);
    return error.code === nothingAsked ? [head] : [head, hint];
  }
  if (!(error instanceof Error)) return [headLine("FAILED", String(error), paint)];
  return [headLine("code" in error ? String(error.code) : "FAILED", error.message, paint)];
}

function headLine(code: string, text: string, paint: Paint): string {
  return `${paint("red", "error")} ${paint("bold", code)}  ${printable(text)}`;
}

function refusalLines({ message, issues }: RefusedError, paint: Paint): string[] {
  const more = issues.length - shownIssues;
  return [
    `${printable(message)}: ${counted(issues.length, "error")}`,
    ...issues.slice(0, shownIssues).flatMap((issue) => issueLines(issue, paint)),
    ...(more > 0 ? [`and ${counted(more, "more error")}`] : []),
  ];
}

/** Nothing was asked: commander has printed the help. */
const nothingAsked = "commander.help";

/** `commander.unknownOption` is our USAGE_UNKNOWN_OPTION. */
function usageCode({ code }: CommanderError): string {
  if (code === nothingAsked) return "USAGE_COMMAND_MISSING";
  const words = code.replace(/^commander\./, "").replaceAll(/[A-Z]/g, (letter) => `_${letter}`);
  return `USAGE_${words.toUpperCase()}`;
}

function usageText({ code, message }: CommanderError): string {
  if (code === nothingAsked) return "Say what to do: name one of the commands.";
  const text = message.replace(/^error: /, "").replaceAll(/\s*\n\s*/g, " ");
  return /[.?)]$/.test(text) ? text : `${text}.`;
}
