import { type Dataset, type StateShare, tables } from "../../../analyzer/index.ts";
import { printable } from "../paint.ts";
import { counted, quantity } from "../quantities.ts";
import { wrapText } from "../wrap-text.ts";

/** Columns of a terminal that a line may take. */
const width = 100;
const labelWidth = 12;
const cellWidth = 4;

/**
 * A dataset in figures, for a terminal: what it holds, what crosses a border, how its links came about, from when its sources are;
 * then the assets of each sector in each State. A joint asset counts in each of its States. O(rows).
 */
export function figuresReport(dataset: Dataset): string[] {
  const { description, assets, dependencies, connections } = dataset;
  const statesOf = new Map(assets.map(({ id, states }) => [id, states]));
  const crosses = (from: string, to: string): boolean => areApart(statesOf.get(from), statesOf.get(to));
  const abroad = dependencies.filter(({ provider, dependent }) => crosses(provider, dependent)).length;
  const over = connections.filter(({ a, b }) => crosses(a, b)).length;
  const joint = assets.filter(({ states }) => states.length > 1).length;
  const states = new Set(assets.flatMap((asset) => asset.states.map(({ state }) => state)));
  return [
    printable(`${description.id} ${description.version}: ${description.title}`),
    ...[
      `${counted(assets.length, "asset")} in ${counted(states.size, "State")}${joint === 0 ? "" : `, ${quantity(joint)} of them in several`}`,
      `${crossingText(counted(dependencies.length, "dependency", "dependencies"), abroad)}; ${crossingText(counted(connections.length, "connection"), over)}`,
      [methodsText(dataset), datesText(dataset)].filter(Boolean).join("; "),
    ].flatMap((text) => wrapText(text, width)),
    ...sectorBlocks(dataset, [...states].sort()),
  ];
}

function crossingText(links: string, crossing: number): string {
  return crossing === 0 ? links : `${links}, ${quantity(crossing)} of them across a border`;
}

/** Across a border: the two share no State. What has no State is not known to be anywhere. */
function areApart(from: readonly StateShare[] | undefined, to: readonly StateShare[] | undefined): boolean {
  if (from === undefined || to === undefined || from.length === 0 || to.length === 0) return false;
  return !from.some(({ state }) => to.some((other) => other.state === state));
}

/** How the links came about, largest part first. */
function methodsText({ dependencies, connections }: Dataset): string {
  const links = [...dependencies, ...connections];
  if (links.length === 0) return "";
  const counts = countBy(links.map(({ method }) => method ?? "of unknown method"));
  const parts = [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([method, count]) => `${quantity(Math.round((1000 * count) / links.length) / 10)} % ${method}`);
  return `links ${parts.join(", ")}`;
}

function datesText(dataset: Dataset): string {
  const used = new Set(tables.flatMap((table) => dataset[table].map(({ source }) => source)));
  const dates = dataset.description.sources.filter(({ id }) => used.has(id)).map(({ retrieved }) => retrieved);
  const [first, last] = [dates.toSorted().at(0), dates.toSorted().at(-1)];
  if (first === undefined || last === undefined) return "date of the sources unknown";
  return `sources of ${first === last ? first : `${first} to ${last}`}`;
}

/** One line for each sector, the States side by side, in as many blocks as the width of a terminal asks. */
function sectorBlocks({ assets }: Dataset, states: readonly string[]): string[] {
  const bySector = new Map<string, string[]>();
  for (const { sector, states: shares } of assets) {
    const codes = bySector.get(sector) ?? [];
    bySector.set(sector, codes);
    codes.push(...shares.map(({ state }) => state));
  }
  const rows = [...bySector]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sector, codes]) => ({ sector, counts: countBy(codes) }));
  const perBlock = Math.floor((width - labelWidth) / cellWidth);
  const lines: string[] = [];
  for (let first = 0; first < states.length; first += perBlock) {
    const shown = states.slice(first, first + perBlock);
    const line = (label: string, cells: readonly string[]) =>
      `${printable(label).padEnd(labelWidth)}${cells.map((cell) => cell.padStart(cellWidth)).join("")}`;
    lines.push("", line("assets", shown.map(printable)));
    for (const { sector, counts } of rows) {
      lines.push(
        line(
          sector,
          shown.map((state) => String(counts.get(state) ?? "·")),
        ),
      );
    }
  }
  return lines.length === 0 ? [] : [...lines, "· none in this dataset, which does not say that there is none"];
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
