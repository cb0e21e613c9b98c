import { amount, floorText, ratioText, type Row, verdictOf } from "./row.ts";

/** Rows under a title. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What was measured, how and where. */
export interface Results {
  readonly date: string;
  readonly command: string;
  /** Rounds per row, where not as the protocol says. */
  readonly rounds: number | undefined;
  /** Cores, processor and Node in words. */
  readonly machine: string;
  /** Processes that ran or wanted to, beside the bench, in the mean of the minute before it began, and the cores there are. */
  readonly load: number;
  readonly cores: number;
  readonly sections: readonly Section[];
  readonly skipped: readonly string[];
  /** Groups that broke off, and why. */
  readonly failed: readonly string[];
}

const titles = ["", "ours (ms)", "min", "max", "first", "peer", "peer (ms)", "times as fast", "floor", "kept", "what"];
/** Beside more than this share of the cores at work nothing is quiet. */
const quietShare = 0.25;

/** The results as a Markdown page. */
export function resultsPage(results: Results): string {
  const { date, command, machine, load, cores, sections, skipped, failed } = results;
  const rounds = results.rounds === undefined ? "9 rounds below a second, of 5 above" : `${results.rounds} rounds`;
  const quiet = load <= quietShare * cores;
  const lines = [
    "# Results of the bench",
    "",
    `\`${command}\` on ${date}; ${machine}.`,
    quiet
      ? `The machine was quiet: load ${load.toFixed(1)} before it began.`
      : `**The machine was not quiet: load ${load.toFixed(1)} on ${cores} cores before it began.** Ratios are measured round by round side by side and hold better than milliseconds, which can be twice what they are when all is quiet.`,
    "",
    `Times are what the process computed (CPU), by the clock on the wall where threads, stores or a browser work; the median of ${rounds}, after up to 3 runs to warm up, and the mean over 20 ms where a run takes less; *first* is the first of all runs. *times as fast*: the median over the rounds of the peer's time by ours. Every run answers with a checksum over its whole answer, or over that of the sampled sources; a row whose answers differ is VOID.`,
    "",
    "![Ratios on a log scale](results.svg)",
    "",
    ...missedLines(sections),
    ...sections.flatMap(sectionLines),
    ...listLines("Broken off", "FAILED", failed),
    ...listLines("Not measured", "SKIPPED", skipped),
  ];
  return lines.join("\n");
}

function listLines(title: string, word: string, reasons: readonly string[]): string[] {
  if (reasons.length === 0) return [];
  return [`## ${title}`, "", ...reasons.map((reason) => `- ${word} ${reason.replaceAll("\n", " ")}`), ""];
}

function missedLines(sections: readonly Section[]): string[] {
  const held = sections.flatMap(({ rows }) => rows).filter(({ floor }) => floor !== null);
  const open = held.filter((row) => verdictOf(row) !== "met");
  const beside = ({ peer }: Row): string => (peer === null ? "" : ` beside ${peer.name}`);
  return [
    `${held.length - open.length} of ${held.length} floors are kept${open.length === 0 ? "." : "; these are not:"}`,
    "",
    ...open.map((row) => `- ${row.name}${beside(row)}: ${row.fault ?? reached(row)} (${floorText(row.floor)})`),
    ...(open.length === 0 ? [] : [""]),
  ];
}

function reached({ ours, ratio, floor }: Row): string {
  if (floor?.kind === "milliseconds" || ratio === null) return `${amount(ours.median)} ms`;
  return floor?.kind === "slower" ? `${amount(1 / ratio)}x of it` : ratioText(ratio);
}

function sectionLines({ title, rows }: Section): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const isNumber = (at: number): boolean => (at >= 1 && at <= 4) || at === 6 || at === 7;
  return [
    `## ${title}`,
    "",
    line(titles),
    line(titles.map((_, at) => (isNumber(at) ? "---:" : "---"))),
    ...rows.map((row) => line(cellsOf(row))),
    "",
  ];
}

/** The cells of a row, in the order of the table. */
export function cellsOf(row: Row): string[] {
  const { name, ours, peer, ratio, floor, work, fault } = row;
  return [
    name,
    amount(ours.median),
    amount(ours.min),
    amount(ours.max),
    ours.first === null ? "" : amount(ours.first),
    peer === null ? "" : [peer.name, ...(peer.note === "" ? [] : [`(${peer.note})`])].join(" "),
    peer === null ? "" : amount(peer.median),
    ratioText(ratio),
    floorText(floor),
    verdictOf(row),
    fault ?? work,
  ];
}

/** Titles of those cells. */
export const cellTitles: readonly string[] = titles;
