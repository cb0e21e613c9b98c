import type { Dataset } from "./dataset.ts";
import { dependencyColumns } from "./dependency-columns.ts";
import { type OrderedRows, orderRows } from "./order-rows.ts";

const known = new WeakMap<Dataset, OrderedRows>();

/** The rows of the dependencies of a dataset by their input groups; made once for each dataset. Dependents are assets, and after them the ids that are none. */
export function dependencyGroups(dataset: Dataset): OrderedRows {
  let groups = known.get(dataset);
  if (groups === undefined) {
    groups = findGroups(dataset);
    known.set(dataset, groups);
  }
  return groups;
}

function findGroups(dataset: Dataset): OrderedRows {
  const assetCount = dataset.assets.length;
  const { dependent, group, groupNames } = dependencyColumns(dataset);
  if (!dependent.includes(-1)) return orderRows(dependent, assetCount, group, groupNames);
  // Dependents that are no assets are told apart by their ids.
  const unknown = new Map<string, number>();
  const numbers = dependent.map((position, row) => {
    if (position !== -1) return position;
    const { dependent: id } = dataset.dependencies[row]!;
    const number = unknown.get(id) ?? assetCount + unknown.size;
    unknown.set(id, number);
    return number;
  });
  return orderRows(numbers, assetCount + unknown.size, group, groupNames);
}
