import type {
  Asset,
  AssetResult,
  Dataset,
  Overlay,
  RunResult,
  Shock,
  StateResult,
  Stopped,
} from "../../../analyzer/index.ts";
import { assetsById } from "../asset-titles.ts";
import { type Paint, printable } from "../paint.ts";
import { counted, quantity } from "../quantities.ts";
import { stateTitle } from "../state-title.ts";
import { type Column, sectionLines } from "../table.ts";

/** Rows of a table before it says how many more there are. */
const shownRows = 30;

const endings: Readonly<Record<Stopped, string>> = {
  settled: "settled: nothing more was to come",
  horizon: "stopped at the horizon: something was still to come",
  steps: "stopped at the cap on events: the result is NOT complete",
};

/** `run` for people: what is lost, States and assets by first hour, totals, remarks. */
export function runReport(result: RunResult, dataset: Dataset, overlays: readonly Overlay[], paint: Paint): string[] {
  const { scenario, horizonHours, states, assets, overlays: applied = [] } = result;
  const { id, version } = result.dataset;
  const shown = { most: shownRows, paint };
  return [
    paint("bold", printable(scenario.title)),
    `${printable(id)} ${version}${applied.length === 0 ? "" : ` with ${applied.map(printable).join(", ")}`}, watched for ${quantity(horizonHours)} h`,
    ...scenario.shocks.map((shock) => `  ${shockText(shock)}`),
    "",
    ...sectionLines("States, by first hour", stateColumns(dataset), byFirstHours(states), shown),
    ...sectionLines("Assets, by first hour", assetColumns(assetsById(dataset, overlays)), assets, shown),
    ...totalLines(result, paint),
    ...remarkLines(result, paint),
    paint("dim", "the same with --json for programs"),
  ];
}

function shockText({ select, availability = 0, fromHours = 0, hours }: Shock): string {
  const { ids, sector, kind, states, operator, within } = select;
  const what = [
    ids?.join(", "),
    sector === undefined ? undefined : `sector ${sector}`,
    kind === undefined ? undefined : `kind ${kind}`,
    states === undefined ? undefined : `in ${states.join(", ")}`,
    operator === undefined ? undefined : `of ${operator}`,
    within === undefined ? undefined : `within ${within.km} km of ${within.lat}, ${within.lon}`,
  ].filter((part) => part !== undefined);
  const level = availability === 0 ? "lost" : `down to ${quantity(100 * availability)} %`;
  const until = hours === undefined ? "to the end" : `for ${quantity(hours)} h`;
  return printable(`${level}: ${what.join(", ")}, from hour ${quantity(fromHours)} ${until}`);
}

/** States with shocked assets only come last: nothing reached them. */
function byFirstHours(states: readonly StateResult[]): StateResult[] {
  const when = ({ firstHours }: StateResult): number => firstHours ?? Number.POSITIVE_INFINITY;
  return states.toSorted((a, b) => (when(a) === when(b) ? 0 : when(a) - when(b)));
}

function stateColumns({ description }: Dataset): Column<StateResult>[] {
  return [
    {
      title: "first hour",
      right: true,
      cell: (row) => (row.firstHours === null ? "shock only" : quantity(row.firstHours)),
    },
    { title: "State", cell: ({ code }) => code },
    { title: "name", most: 32, cell: ({ code }) => stateTitle(code, description) },
    { title: "assets disrupted", right: true, cell: (row) => quantity(row.assetsDisrupted) },
    { title: "outage hours (h)", right: true, cell: (row) => quantity(row.outageHours) },
    { title: "person-hours", right: true, cell: (row) => quantity(row.personHours) },
  ];
}

function assetColumns(assets: ReadonlyMap<string, Asset>): Column<AssetResult>[] {
  return [
    { title: "first hour", right: true, cell: (row) => quantity(row.firstHours) },
    { title: "until (h)", right: true, cell: (row) => quantity(row.outages.at(-1)?.toHours) },
    { title: "asset", most: 32, cell: ({ id }) => id },
    { title: "name", most: 32, cell: ({ id }) => assets.get(id)?.name ?? "" },
    { title: "State", cell: ({ id }) => (assets.get(id)?.states ?? []).map(({ state }) => state).join(" ") },
    { title: "outage hours (h)", right: true, cell: (row) => quantity(row.outageHours) },
    { title: "lowest level (%)", right: true, cell: (row) => quantity(100 * row.minLevel) },
    { title: "why", most: 100, cell: chainText },
  ];
}

/** The chain from the shocked asset to this one, in words. */
function chainText({ chain, outages }: AssetResult): string {
  const [first = "", ...others] = chain;
  if (others.length === 0) return outages[0]?.cause === "shock" ? "lost by the scenario" : "";
  const between = others.slice(0, -1);
  return between.length === 0 ? `${first} was lost` : `${first} was lost, then ${between.join(", ")}`;
}

function totalLines({ totals, stopped }: RunResult, paint: Paint): string[] {
  return [
    paint("bold", "Totals"),
    `outage hours            ${quantity(totals.outageHours)} h`,
    `person-hours            ${quantity(totals.personHours)}`,
    `assets disrupted        ${quantity(totals.assetsDisrupted)}, of them down ${quantity(totals.assetsDown)}`,
    `States reached          ${quantity(totals.statesReached)}, of them foreign ${quantity(totals.foreignStatesReached)}`,
    `sectors reached         ${quantity(totals.sectorsReached)}`,
    `end                     ${endings[stopped]}`,
    "",
  ];
}

function remarkLines({ stuck, assumed, warnings }: RunResult, paint: Paint): string[] {
  const remarks = [
    ...stuck.map((loop) => `stuck: ${loop.join(", ")} need each other and do not come back by themselves`),
    ...(assumed.values.length === 0
      ? []
      : [
          `assumed: ${counted(assumed.values.length, "value")} behind this result ${assumed.values.length === 1 ? "is" : "are"} assumed, with ${quantity(100 * assumed.shareOfLoss)} % of the loss`,
        ]),
    ...warnings.map(({ code, text }) => `${code}: ${text}`),
  ];
  return remarks.length === 0 ? [] : [...remarks.map((remark) => paint("yellow", printable(remark))), ""];
}
