import type { FieldDifference } from "../../runs/field-differences.ts";
import type { FigureDifference, RankMove, SetDifference } from "../../runs/result-differences.ts";
import type { DatasetRows, OverlayDifference, Pair, RunDifference } from "../../runs/run-difference.ts";
import { type Paint, printable } from "../paint.ts";
import { change, figure, quantity } from "../quantities.ts";
import { type Column, sectionLines } from "../table.ts";
import { fieldTitle } from "./field-title.ts";
import { datasetAt, minuteOf } from "./run-list-report.ts";

const shownRows = 30;
const shownIds = 20;
const same = "the same";

/** `diff` for people: inputs first, then results, A before B throughout. */
export function runDifferenceReport({ a, b, inputs, results }: RunDifference, paint: Paint): string[] {
  return [
    ...[a, b].map(({ id, startedAt, dataset, analysis, engine }, at) =>
      printable(
        `${at === 0 ? "A" : "B"}  ${id}  ${minuteOf(startedAt)}  ${datasetAt(dataset)}  ${analysis}  engine ${engine}`,
      ),
    ),
    "",
    paint("bold", inputs.same ? "Made from the same" : "Made from"),
    ...(inputs.same ? [] : inputLines({ a, b }, inputs)),
    "",
    paint("bold", results.same ? "Results with the same hash" : "Results"),
    ...(results.same ? [`result hash  ${a.resultHash}`] : resultLines({ a, b }, results, paint)),
  ];
}

type Sides = Pick<RunDifference, "a" | "b">;

function inputLines({ a, b }: Sides, inputs: RunDifference["inputs"]): string[] {
  const { dataset, analysis, scenario, overlays, parameters, seed, engine } = inputs;
  return [
    line("dataset", dataset === null ? same : `${datasetAt(a.dataset)} -> ${datasetAt(b.dataset)}`),
    ...(dataset === null ? [] : rowsLines(dataset).map((text) => line("", text))),
    line("analysis", pairText(analysis)),
    ...fieldLines("scenario", scenario),
    line("overlays", overlays === null ? same : overlaysText(overlays)),
    ...fieldLines("parameters", parameters),
    line("seed", pairText(seed)),
    line("engine", pairText(engine)),
  ];
}

function line(title: string, text: string): string {
  return printable(`${title.padEnd(11)}  ${text}`);
}

function pairText(pair: Pair<string | number | null> | null): string {
  return pair === null ? same : `${pair.a ?? "none"} -> ${pair.b ?? "none"}`;
}

function rowsLines({ rows, description, unknown }: DatasetRows): string[] {
  if (rows === null) return [unknown ?? "not known"];
  const tables = (["assets", "dependencies", "connections"] as const).map((table) => {
    const { added, removed, changed } = rows[table];
    return `${table}: ${quantity(added)} added, ${quantity(removed)} removed, ${quantity(changed)} changed`;
  });
  return [...tables, ...(description ? ["dataset.json changed"] : [])];
}

function fieldLines(title: string, fields: readonly FieldDifference[]): string[] {
  if (fields.length === 0) return [line(title, same)];
  const shown = fields.slice(0, shownRows).map(({ pointer, ...sides }, at) => {
    const [left, right] = [valueText(sides.a), valueText(sides.b)];
    return line(at === 0 ? title : "", `${pointer || "all"}: ${left} -> ${right}`);
  });
  return [...shown, ...(fields.length > shownRows ? [line("", `and ${fields.length - shownRows} more`)] : [])];
}

function valueText(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value);
}

function overlaysText({ onlyA, onlyB, changed, reordered }: OverlayDifference): string {
  const part = (title: string, ids: readonly string[]) => (ids.length === 0 ? [] : [`${title}: ${ids.join(", ")}`]);
  const parts = [...part("only A", onlyA), ...part("only B", onlyB), ...part("other content", changed)];
  return [...parts, ...(reordered ? ["in another order"] : [])].join("; ");
}

function resultLines({ a, b }: Sides, { differences, unknown }: RunDifference["results"], paint: Paint): string[] {
  const hashes = line("result hash", `${a.resultHash} -> ${b.resultHash}`);
  if (differences === null) return [hashes, printable(unknown ?? "")];
  const { figures, disrupted, statesReached, ranks } = differences;
  const shown = { most: shownRows, paint };
  return [
    hashes,
    "",
    ...sectionLines("Numbers that differ", figureColumns, figures, shown),
    ...(disrupted === null ? [] : setLines("assets", "disrupted", disrupted)),
    ...(statesReached === null ? [] : setLines("States", "reached", statesReached)),
    ...(ranks === null ? [] : sectionLines("Ranks that differ, of the first 20", rankColumns, ranks, shown)),
  ];
}

function setLines(what: string, how: string, { onlyA, onlyB }: SetDifference): string[] {
  return [`${what} newly ${how}: ${idsText(onlyB)}`, `${what} no longer ${how}: ${idsText(onlyA)}`];
}

function idsText(ids: readonly string[]): string {
  const more = ids.length - shownIds;
  const shown = printable(ids.slice(0, shownIds).join(", "));
  return ids.length === 0 ? "none" : more > 0 ? `${shown} and ${quantity(more)} more` : shown;
}

const figureColumns: readonly Column<FigureDifference>[] = [
  { title: "number", most: 60, cell: ({ name }) => fieldTitle(name) },
  { title: "A", right: true, cell: ({ a }) => (a === null ? "unknown" : figure(a)) },
  { title: "B", right: true, cell: ({ b }) => (b === null ? "unknown" : figure(b)) },
  { title: "change", right: true, cell: (row) => (row.change === null ? "unknown" : change(row.change)) },
];

const rankColumns: readonly Column<RankMove>[] = [
  { title: "asset", most: 40, cell: ({ id }) => id },
  { title: "rank in A", right: true, cell: ({ a }) => (a === null ? "none" : quantity(a)) },
  { title: "rank in B", right: true, cell: ({ b }) => (b === null ? "none" : quantity(b)) },
];
