import type { Section } from "./results-page.ts";
import { ratioText, type Row, verdictOf } from "./row.ts";

const width = 960;
const labelWidth = 470;
const rowHeight = 17;
const titleHeight = 30;
const headHeight = 40;
/** Room for the number behind the longest bar. */
const numberWidth = 80;

/** What can be drawn: a row beside a peer. */
type Ratio = Row & { readonly ratio: number };

/** Colours that can be told apart on white and on black, and without colour by the words behind the bars. */
const style = `
  text { font: 11px system-ui, sans-serif; fill: #374151; }
  .title { font-weight: 600; font-size: 12px; }
  .grid { stroke: #9ca3af; stroke-width: 0.5; stroke-opacity: 0.6; }
  .one { stroke: #6b7280; stroke-width: 1.5; }
  .met { fill: #2f7fd0; } .missed { fill: #d97706; } .free { fill: #8b93a1; }
  .floor { stroke: #dc2626; stroke-width: 2; }
  @media (prefers-color-scheme: dark) { text { fill: #d1d5db; } .one { stroke: #d1d5db; } }`;

/** How many times as fast as each peer, as bars on a log scale; a red mark is the floor. An SVG of its own. */
export function resultsChart(sections: readonly Section[]): string {
  const drawn = sections
    .map(({ title, rows }) => ({ title, rows: rows.filter(isRatio) }))
    .filter(({ rows }) => rows.length > 0);
  const all = drawn.flatMap(({ rows }) => rows.flatMap((row) => [row.ratio, floorOf(row) ?? row.ratio]));
  const low = Math.min(0, ...all.map((ratio) => Math.floor(Math.log10(ratio))));
  const high = Math.max(1, ...all.map((ratio) => Math.ceil(Math.log10(ratio))));
  const at = (ratio: number): number =>
    labelWidth + ((Math.log10(ratio) - low) / (high - low)) * (width - labelWidth - numberWidth);
  const parts: string[] = [];
  let top = headHeight;
  for (const { title, rows } of drawn) {
    parts.push(`<text class="title" x="8" y="${top + 20}">${escaped(title)}</text>`);
    top += titleHeight;
    for (const row of rows) {
      parts.push(...barOf(row, top, at));
      top += rowHeight;
    }
  }
  const powers = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const grid = powers.flatMap((power) => {
    const x = round(at(10 ** power));
    const label = `<text x="${x}" y="28" text-anchor="middle">${shortRatio(10 ** power)}</text>`;
    return [`<line class="${power === 0 ? "one" : "grid"}" x1="${x}" x2="${x}" y1="34" y2="${top}"/>`, label];
  });
  const title = "How many times as fast as each peer";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top + 12}" role="img" aria-label="${title}">`,
    `<style>${style}\n</style>`,
    `<text class="title" x="8" y="28">${title} (red: floor)</text>`,
    ...grid,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

function isRatio(row: Row): row is Ratio {
  return row.ratio !== null && row.ratio > 0 && row.fault === null;
}

function floorOf({ floor }: Row): number | null {
  if (floor === null || floor.kind === "milliseconds") return null;
  return floor.kind === "faster" ? floor.least : 1 / floor.most;
}

function barOf(row: Ratio, top: number, at: (ratio: number) => number): string[] {
  const from = Math.min(at(1), at(row.ratio));
  const to = Math.max(at(1), at(row.ratio));
  const floor = floorOf(row);
  const kept = floor === null ? "free" : verdictOf(row) === "met" ? "met" : "missed";
  const label = escaped(`${row.name} | ${row.peer?.name ?? ""}`);
  const mark = floor === null ? "" : round(at(floor));
  const number = `${ratioText(row.ratio)}${kept === "missed" ? " missed" : ""}`;
  const behind = floor === null || at(floor) < to || at(floor) > to + numberWidth ? to : at(floor);
  return [
    `<text x="${labelWidth - 8}" y="${top + 12}" text-anchor="end">${label}</text>`,
    `<rect class="${kept}" x="${round(from)}" y="${top + 3}" width="${round(Math.max(1, to - from))}" height="11"/>`,
    ...(floor === null ? [] : [`<line class="floor" x1="${mark}" x2="${mark}" y1="${top + 1}" y2="${top + 16}"/>`]),
    `<text x="${round(behind + 5)}" y="${top + 12}">${number}</text>`,
  ];
}

/** `10x`, `100Kx`: the marks of the scale stand close to one another. */
function shortRatio(ratio: number): string {
  return `${ratio.toLocaleString("en", { notation: "compact", maximumSignificantDigits: 1 })}x`;
}

function round(pixels: number): string {
  return pixels.toFixed(1);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
