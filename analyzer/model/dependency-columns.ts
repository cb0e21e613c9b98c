import type { Dataset } from "./dataset.ts";
import { groupRules } from "./dependency.ts";
import { groupName } from "./input-group.ts";

/** What the dependencies of a dataset join and state, a column for each: a row more is a number more, not an object more. */
export interface DependencyColumns {
  /** [row] position in the list of assets, the first where ids repeat; -1 for a network and where no asset has that id. */
  readonly provider: Int32Array;
  readonly dependent: Int32Array;
  /** [row] number of the name of its input group (`groupName`). */
  readonly group: Int32Array;
  /** [number] all different. */
  readonly groupNames: readonly string[];
  /** [row] NaN where the row does not state it. */
  readonly need: Float64Array;
  readonly loss: Float64Array;
  /** [row] hours, NaN where the row does not state it. */
  readonly bufferHours: Float64Array;
  /** [row] NaN where the row does not state it. */
  readonly share: Float64Array;
  /** [row] hours, NaN where the row does not state it. */
  readonly lagHours: Float64Array;
  /** [row] position in `groupRules`, -1 where the row does not state it. */
  readonly rule: Int8Array;
}

const known = new WeakMap<Dataset, DependencyColumns>();
const knownPositions = new WeakMap<Dataset, ReadonlyMap<string, number>>();

/** Position of every asset by its id, the first one where ids repeat; made once for each dataset. Linear. */
export function assetPositions(dataset: Dataset): ReadonlyMap<string, number> {
  let positions = knownPositions.get(dataset);
  if (positions !== undefined) return positions;
  positions = positionsOf(dataset.assets);
  knownPositions.set(dataset, positions);
  return positions;
}

function positionsOf(assets: Dataset["assets"]): Map<string, number> {
  const positions = new Map<string, number>();
  for (let at = 0; at < assets.length; at += 1) {
    const { id } = assets[at]!;
    if (!positions.has(id)) positions.set(id, at);
  }
  return positions;
}

/** The columns that a dataset was given, or those that its rows make; made once for each dataset. Linear. */
export function dependencyColumns(dataset: Dataset): DependencyColumns {
  let columns = known.get(dataset);
  if (columns !== undefined) return columns;
  columns = columnsOf(dataset);
  known.set(dataset, columns);
  return columns;
}

/**
 * Hands over the columns of a dataset by whoever has them already, as a reader does: its rows are then not looked at for what
 * the columns say. They have to be what the rows would make, but for the numbers of the names, which are free.
 */
export function giveDependencyColumns(dataset: Dataset, columns: DependencyColumns): void {
  known.set(dataset, columns);
}

function columnsOf(dataset: Dataset): DependencyColumns {
  const { dependencies } = dataset;
  const positions = assetPositions(dataset);
  const count = dependencies.length;
  const [provider, dependent, group] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [need, loss, share] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const [bufferHours, lagHours] = [new Float64Array(count), new Float64Array(count)];
  const rule = new Int8Array(count);
  const numbers = new Map<string, number>();
  // In the order of made ids the rows of one provider come one after another.
  let last: string | null = null;
  for (let row = 0; row < count; row += 1) {
    const dependency = dependencies[row]!;
    provider[row] = dependency.provider === last ? provider[row - 1]! : (positions.get(dependency.provider) ?? -1);
    last = dependency.provider;
    dependent[row] = positions.get(dependency.dependent) ?? -1;
    const name = groupName(dependency);
    let number = numbers.get(name);
    if (number === undefined) numbers.set(name, (number = numbers.size));
    group[row] = number;
    need[row] = numberOf(dependency.need);
    loss[row] = numberOf(dependency.loss);
    bufferHours[row] = numberOf(dependency.bufferHours);
    share[row] = numberOf(dependency.share);
    lagHours[row] = numberOf(dependency.lagHours);
    rule[row] = dependency.rule === undefined ? -1 : groupRules.indexOf(dependency.rule);
  }
  const groupNames = [...numbers.keys()];
  return { provider, dependent, group, groupNames, need, loss, bufferHours, share, lagHours, rule };
}

/** What is no number, in a dataset with errors, counts as not stated. */
function numberOf(value: number | undefined): number {
  return typeof value === "number" ? value : Number.NaN;
}
