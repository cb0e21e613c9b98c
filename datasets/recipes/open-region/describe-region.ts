import type { DatasetDescription } from "../../../analyzer/index.ts";
import { autonomies } from "./autonomy.ts";
import type { Region } from "./region.ts";
import { ruleTitles } from "./rules/registry.ts";
import { sources } from "./source-list.ts";

/** Words of the rows that are not of the common vocabulary. Pipes have their capacity in GWh/h; no amount of gas is stated. */
const words = {
  kinds: [
    { id: "national grid", title: "National grid", sector: "energy" },
    { id: "foreign trade", title: "Foreign trade", sector: "supply" },
  ],
  commodities: [
    { id: "gas", title: "Natural gas", unit: "GWh/h" },
    { id: "goods", title: "Goods" },
  ],
} as const;

/** What a description is told of a row, whichever table it is of. */
interface DescribedRow {
  readonly source?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly commodity?: string;
  readonly ruleId?: string;
}

/**
 * `dataset.json` of a region: the sources that its rows name, the assumptions of its file, what its rules
 * mean, and the table of autonomy.
 */
export function describeRegion(region: Region, rows: readonly DescribedRow[]): DatasetDescription {
  const used = new Set(rows.map(({ source }) => source));
  const groups = new Set(rows.map(({ group }) => group));
  const rules = new Set(rows.map(({ ruleId }) => ruleId));
  const { id, title, version, description, licence, names } = region;
  return {
    id,
    title,
    version,
    description,
    licence,
    marking: "TLP:CLEAR",
    sources: sources.filter((source) => used.has(source.id) || region.creditedSources?.includes(source.id)),
    ...(names === undefined ? {} : { states: names }),
    ...vocabularyOf(rows),
    assumptions: [
      ...region.assumptions,
      ...[...ruleTitles]
        .filter(([ruleId]) => rules.has(ruleId))
        .map(([ruleId, title]) => ({ id: `rule-${ruleId}`, text: `${ruleId}: ${title}.` })),
      ...autonomies
        .filter(({ group }) => groups.has(group))
        .map(({ kind, group, bufferHours, loss, why }) => ({
          id: `autonomy-${kind.replaceAll(" ", "-")}-${group}`,
          text: `Without ${group}, the asset kind ${kind} runs ${bufferHours} h, then loses ${loss} of its function: ${why}.`,
        })),
    ],
  };
}

function vocabularyOf(rows: readonly DescribedRow[]): Pick<DatasetDescription, "vocabulary"> {
  const [kinds, commodities] = [new Set(rows.map(({ kind }) => kind)), new Set(rows.map(({ commodity }) => commodity))];
  const vocabulary = {
    kinds: words.kinds.filter(({ id }) => kinds.has(id)),
    commodities: words.commodities.filter(({ id }) => commodities.has(id)),
  };
  const stated = Object.entries(vocabulary).filter(([, terms]) => terms.length > 0);
  return stated.length === 0 ? {} : { vocabulary: Object.fromEntries(stated) };
}
