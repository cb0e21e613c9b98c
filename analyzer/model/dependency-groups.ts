import type { Dataset } from "./dataset.ts";
import { dependencyColumns } from "./dependency-columns.ts";
import { type GroupRows, groupRows } from "./input-group.ts";

const known = new WeakMap<Dataset, GroupRows>();

/** The input groups of a dataset, as rows of its dependencies; made once for each dataset. Linear. */
export function dependencyGroups(dataset: Dataset): GroupRows {
  let groups = known.get(dataset);
  if (groups === undefined) {
    groups = findGroups(dataset);
    known.set(dataset, groups);
  }
  return groups;
}

function findGroups(dataset: Dataset): GroupRows {
  const assetCount = dataset.assets.length;
  const { dependent, group, groupNames } = dependencyColumns(dataset);
  if (!dependent.includes(-1)) return groupRows(dependent, assetCount, group, groupNames.length);
  // Dependents that are no assets are told apart by their ids.
  const unknown = new Map<string, number>();
  const numbers = dependent.map((position, row) => {
    if (position !== -1) return position;
    const { dependent: id } = dataset.dependencies[row]!;
    const number = unknown.get(id) ?? assetCount + unknown.size;
    unknown.set(id, number);
    return number;
  });
  return groupRows(numbers, assetCount + unknown.size, group, groupNames.length);
}
