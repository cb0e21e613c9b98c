import { type DependencyColumns, groupRules, networkCommodity } from "../../../analyzer/index.ts";
import type { SortedColumns } from "./sorted-columns.ts";
import { StoredIds, StoredValues } from "./stored-column.ts";

/** [number of an id] position of the asset with that id in canonical order, the first where ids repeat; -1 where there is none. */
export function positionsOfIds(assets: SortedColumns): Int32Array | null {
  const ids = assets.columns.column("id");
  if (!(ids instanceof StoredIds)) return null;
  const positions = new Int32Array(ids.ids.count).fill(-1);
  const codes = assets.codes(ids);
  for (let at = codes.length - 1; at >= 0; at -= 1) positions[codes[at]!] = at;
  return positions;
}

/**
 * The columns of dependencies for the core, in canonical order; null where it has to make them of the rows. Assets and
 * dependencies must share the numbers of their ids.
 *
 * @param positions as of `positionsOfIds`
 */
export function givenColumns(dependencies: SortedColumns, positions: Int32Array): DependencyColumns | null {
  const [provider, dependent] = ["provider", "dependent"].map((name) => dependencies.columns.column(name));
  if (!(provider instanceof StoredIds) || !(dependent instanceof StoredIds)) return null;
  const rule = ruleColumn(dependencies);
  const groups = groupColumn(dependencies, provider);
  if (rule === null || groups === null) return null;
  return {
    provider: endsAt(dependencies, provider, positions),
    dependent: endsAt(dependencies, dependent, positions),
    ...groups,
    need: dependencies.numbers("need"),
    loss: dependencies.numbers("loss"),
    bufferHours: dependencies.numbers("bufferHours"),
    share: dependencies.numbers("share"),
    lagHours: dependencies.numbers("lagHours"),
    rule,
  };
}

/** [row in canonical order] the position of the asset that a column names. */
function endsAt({ order }: SortedColumns, { codes }: StoredIds, positions: Int32Array): Int32Array {
  const ends = new Int32Array(order.length);
  for (let at = 0; at < order.length; at += 1) ends[at] = positions[codes[order[at]!]!] ?? -1;
  return ends;
}

/** Null where a rule is none of ours. */
function ruleColumn(dependencies: SortedColumns): Int8Array | null {
  const rule = new Int8Array(dependencies.order.length).fill(-1);
  const column = dependencies.columns.column("rule");
  if (!(column instanceof StoredValues)) return rule;
  const numbers = column.values.map((value) => groupRules.findIndex((known) => known === value));
  if (numbers.includes(-1)) return null;
  const codes = dependencies.codes(column);
  for (let at = 0; at < rule.length; at += 1) if (codes[at]! >= 0) rule[at] = numbers[codes[at]!]!;
  return rule;
}

/** Names of groups as the rows make them: those that they state, and where they state none that of the network or of the row. */
function groupColumn(
  dependencies: SortedColumns,
  provider: StoredIds,
): Pick<DependencyColumns, "group" | "groupNames"> | null {
  const { columns, order } = dependencies;
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    let number = numbers.get(name);
    if (number === undefined) numbers.set(name, (number = numbers.size));
    return number;
  };
  const stated = columns.column("group");
  const group = new Int32Array(order.length);
  const codes = stated instanceof StoredValues ? dependencies.codes(stated) : null;
  const numbersOfCodes = stated instanceof StoredValues ? stated.values.map((name) => numberOf(String(name))) : [];
  const ids = columns.column("id");
  for (let at = 0; at < order.length; at += 1) {
    const code = codes === null ? -1 : codes[at]!;
    if (code >= 0) group[at] = numbersOfCodes[code]!;
    else {
      const network = provider.valueAt(order[at]!);
      group[at] = numberOf(networkCommodity(network) === null ? String(ids?.valueAt(order[at]!)) : network);
    }
  }
  return { group, groupNames: [...numbers.keys()] };
}
