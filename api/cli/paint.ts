import { styleText } from "node:util";
import type { Io, TextOut } from "./io.ts";

type Style = "bold" | "dim" | "red" | "yellow" | "cyan";

/** Gives a text a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Styles on a terminal, unless NO_COLOR is set (no-color.org); plain text anywhere else. */
export function paintFor(out: TextOut, environment: Io["environment"]): Paint {
  const coloured = out.isTerminal && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
  return coloured ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}

/** Text from data as it may stand on a terminal: one line, without anything that steers the terminal or turns text around. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\uFFFD");
}
