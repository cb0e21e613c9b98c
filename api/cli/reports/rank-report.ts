import { consequences, type Dataset, type Overlay } from "../../../analyzer/index.ts";
import { assetsById } from "../asset-titles.ts";
import { consequenceTitles } from "../consequence-titles.ts";
import { type Paint, printable } from "../paint.ts";
import { quantity } from "../quantities.ts";
import type { RankWithStructure } from "../rank-with-structure.ts";
import { type Column, tableLines } from "../table.ts";

type Row = RankWithStructure["rows"][number];

/** Rows for people where no number of rows was asked for. */
const shownRows = 20;

/** `rank` for people: protection priority, the consequence ranked by first. */
export function rankReport(
  { by, hours, horizonHours, methods, rows }: RankWithStructure,
  dataset: Dataset,
  overlays: readonly Overlay[],
  { limit, paint }: { readonly limit: number | undefined; readonly paint: Paint },
): string[] {
  const shown = rows.slice(0, limit ?? shownRows);
  const more = rows.length - shown.length;
  const { id, version } = dataset.description;
  return [
    paint("bold", `Protection priority by ${consequenceTitles[by]}`),
    `${printable(id)} ${version}${overlays.length === 0 ? "" : ` with ${overlays.map((overlay) => printable(overlay.id)).join(", ")}`}; each asset lost alone for ${quantity(hours)} h, watched for ${quantity(horizonHours)} h`,
    `worked out by ${methodsText(methods)}`,
    "",
    ...tableLines(columns(dataset, overlays, rows), shown, paint),
    ...(more > 0 ? [`and ${quantity(more)} more; --limit N shows N, --json gives all`] : []),
  ];
}

/** Which way the numbers were found, the usual one first; all ways give the same numbers. */
function methodsText(methods: RankWithStructure["methods"]): string {
  const used = Object.entries(methods).filter(([, assets]) => assets > 0);
  const texts = used
    .toSorted(([, a], [, b]) => b - a)
    .map(([method, assets]) =>
      method === "bounded" ? `a bound alone (${quantity(assets)})` : `the ${method} (${quantity(assets)})`,
    );
  return texts.length === 0 ? "nothing: there is no asset" : texts.join(", ");
}

function columns(dataset: Dataset, overlays: readonly Overlay[], rows: readonly Row[]): Column<Row>[] {
  const assets = assetsById(dataset, overlays);
  const structural = rows.some((row) => row.degree !== undefined) ? structuralColumns : [];
  return [
    { title: "rank", right: true, cell: ({ rank }) => quantity(rank) },
    { title: "asset", most: 32, cell: ({ id }) => id },
    { title: "name", most: 32, cell: ({ id }) => assets.get(id)?.name ?? "" },
    { title: "sector", cell: ({ id }) => assets.get(id)?.sector ?? "" },
    { title: "State", cell: ({ id }) => (assets.get(id)?.states ?? []).map(({ state }) => state).join(" ") },
    ...consequences.map((name): Column<Row> => {
      return { title: consequenceTitles[name], right: true, cell: (row) => quantity(row[name]) };
    }),
    ...structural,
  ];
}

const structuralColumns: readonly Column<Row>[] = [
  { title: "degree", right: true, cell: (row) => quantity(row.degree) },
  { title: "betweenness", right: true, cell: (row) => quantity(row.betweenness) },
  {
    title: "PageRank (%)",
    right: true,
    cell: ({ pageRank }) => (pageRank === undefined ? "" : (100 * pageRank).toFixed(3)),
  },
];
