import type { Asset, CompareResult, Dataset, Difference, Overlay } from "../../../analyzer/index.ts";
import { assetsById } from "../asset-titles.ts";
import { consequenceTitles } from "../consequence-titles.ts";
import { type Paint, printable } from "../paint.ts";
import { change, quantity } from "../quantities.ts";
import { stateTitle } from "../state-title.ts";
import { type Column, sectionLines } from "../table.ts";

type RunComparison = Extract<CompareResult, { readonly of: "run" }>;
type RankComparison = Extract<CompareResult, { readonly of: "rank" }>;

/** Rows of a table before it says how many more there are. */
const shownRows = 20;

const totalTitles: Readonly<Record<keyof RunComparison["totals"], string>> = {
  outageHours: "outage hours (h)",
  personHours: "person-hours",
  assetsDisrupted: "assets disrupted",
  assetsDown: "assets down",
  statesReached: "States reached",
  foreignStatesReached: "foreign States reached",
  sectorsReached: "sectors reached",
};

/** `compare` for people: totals, States and assets that change, and who is worse off. */
export function compareReport(
  result: CompareResult,
  dataset: Dataset,
  overlays: readonly Overlay[],
  paint: Paint,
): string[] {
  const { id, version } = dataset.description;
  const changed = overlays.map((overlay) => printable(overlay.title)).join("; ");
  const lines =
    result.of === "run" ? runLines(result, dataset, overlays, paint) : rankLines(result, dataset, overlays, paint);
  return [paint("bold", `${printable(id)} ${version}, before and after: ${changed}`), "", ...lines];
}

function runLines(result: RunComparison, dataset: Dataset, overlays: readonly Overlay[], paint: Paint): string[] {
  const assets = result.assets.map(({ id, outageHours }) => ({ id, ...outageHours }));
  return [
    ...sectionLines("Totals", totalColumns, totalRows(result.totals), { most: shownRows, paint }),
    ...sectionLines("States that change, outage hours (h)", stateColumns(dataset), result.states, {
      most: shownRows,
      paint,
    }),
    ...sectionLines("Assets that change, outage hours (h)", assetColumns(assetsById(dataset, overlays)), assets, {
      most: shownRows,
      paint,
    }),
    ...result.warnings.map(({ code, text }) => paint("yellow", printable(`${code}: ${text}`))),
  ];
}

function rankLines(result: RankComparison, dataset: Dataset, overlays: readonly Overlay[], paint: Paint): string[] {
  const { by, before } = result;
  return [
    `each asset lost alone for ${quantity(before.hours)} h, watched for ${quantity(before.horizonHours)} h`,
    ...sectionLines(
      `Assets whose protection priority changes, by ${consequenceTitles[by]}`,
      assetColumns(assetsById(dataset, overlays)),
      result.assets,
      { most: shownRows, paint },
    ),
  ];
}

interface TotalRow {
  readonly title: string;
  readonly difference: Difference;
}

const totalColumns: readonly Column<TotalRow>[] = [
  { title: "total", cell: ({ title }) => title },
  ...differenceColumns<TotalRow>(({ difference }) => difference),
];

function totalRows(totals: RunComparison["totals"]): TotalRow[] {
  const names = Object.keys(totalTitles) as (keyof typeof totalTitles)[];
  return names.map((name) => ({ title: totalTitles[name], difference: totals[name] }));
}

function stateColumns({ description }: Dataset): Column<RunComparison["states"][number]>[] {
  return [
    { title: "State", cell: ({ code }) => code },
    { title: "name", most: 32, cell: ({ code }) => stateTitle(code, description) },
    ...differenceColumns<RunComparison["states"][number]>(({ outageHours }) => outageHours),
  ];
}

function assetColumns(assets: ReadonlyMap<string, Asset>): Column<{ readonly id: string } & Difference>[] {
  return [
    { title: "asset", most: 32, cell: ({ id }) => id },
    { title: "name", most: 32, cell: ({ id }) => assets.get(id)?.name ?? "" },
    // Where a side has no number, it has no such asset.
    ...differenceColumns<Difference>((difference) => difference, "absent"),
  ];
}

function differenceColumns<Row>(of: (row: Row) => Difference, without = "unknown"): Column<Row>[] {
  const shown = (value: number | null, text: (value: number) => string): string =>
    value === null ? without : text(value);
  return [
    { title: "before", right: true, cell: (row) => shown(of(row).before, quantity) },
    { title: "after", right: true, cell: (row) => shown(of(row).after, quantity) },
    { title: "change", right: true, cell: (row) => shown(of(row).change, change) },
  ];
}
