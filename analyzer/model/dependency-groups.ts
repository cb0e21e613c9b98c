import type { Dataset } from "./dataset.ts";
import { dependencyEnds } from "./dependency-ends.ts";
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
  const { assets, dependencies } = dataset;
  const { dependent } = dependencyEnds(dataset);
  if (!dependent.includes(-1)) return groupRows(dependencies, dependent, assets.length);
  // Dependents that are no assets are told apart by their ids.
  const unknown = new Map<string, number>();
  const numbers = dependent.map((position, row) => {
    if (position !== -1) return position;
    const { dependent: id } = dependencies[row]!;
    const number = unknown.get(id) ?? assets.length + unknown.size;
    unknown.set(id, number);
    return number;
  });
  return groupRows(dependencies, numbers, assets.length + unknown.size);
}
