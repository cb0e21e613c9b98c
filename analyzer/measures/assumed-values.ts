import type { Trace } from "../algorithms/cascade/trace.ts";
import { compareIds, type Dataset } from "../model/dataset.ts";
import type { RunResult } from "../model/result.ts";
import type { System } from "../system/system.ts";
import { parentOf, recordLossHours } from "./losses.ts";

type AssumedValue = RunResult["assumed"]["values"][number];

/** Columns that decide when and how much an asset loses; an assumed name or place changes no number of a run. */
const decidingColumns: ReadonlySet<string> = new Set(
  "restart_hours black_start produces consumes provider group need rule loss buffer_hours share lag_hours".split(" "),
);

/** Those of them that decide about the asset itself, whatever the network around it does. */
const ofOneAsset: ReadonlySet<string> = new Set(["restart_hours", "black_start"]);

/**
 * Which assumed values a run rests on: those of the assets and dependencies in the chain of any of its intervals, and for a
 * step through a network the assumed amounts of everything in that network. `shareOfLoss` is the part of the outage hours
 * whose chain holds at least one.
 *
 * Cost: O(records + values).
 */
export function assumedValues(trace: Trace, dataset: Dataset, system: System): RunResult["assumed"] {
  const used = new Map<string, AssumedValue>();
  const add = (values: readonly AssumedValue[]): boolean => {
    for (const value of values) used.set(`${value.id} ${value.attribute}`, value);
    return values.length > 0;
  };
  const ofGroup = new Map<number, readonly AssumedValue[]>();
  const ofNetwork = system.networks.map((_, position) => networkValues(position, dataset, system));
  const networksUsed = new Set<number>();
  const rests = new Uint8Array(trace.count);
  for (let record = 0; record < trace.count; record += 1) {
    const cause = trace.cause[record] ?? null;
    const asset = dataset.assets[trace.asset[record]!];
    let rest = asset !== undefined && add(decidingValues(asset).filter(({ attribute }) => ofOneAsset.has(attribute)));
    if (cause !== null && cause.group !== -1) {
      let values = ofGroup.get(cause.group);
      if (values === undefined) {
        values = groupValues(cause.group, dataset, system);
        ofGroup.set(cause.group, values);
      }
      rest = add(values) || rest;
      for (const network of groupNetworks(cause.group, system)) {
        networksUsed.add(network);
        rest = ofNetwork[network]!.length > 0 || rest;
      }
    }
    rests[record] = rest ? 1 : 0;
  }
  for (const network of networksUsed) add(ofNetwork[network]!);
  const known = new Int8Array(trace.count).fill(-1);
  let resting = 0;
  let total = 0;
  for (let record = 0; record < trace.count; record += 1) {
    const loss = recordLossHours(trace, record);
    total += loss;
    if (chainRests(trace, record, rests, known)) resting += loss;
  }
  const values = [...used.values()].toSorted((x, y) => compareIds(x.id, y.id) || compareIds(x.attribute, y.attribute));
  return { values, shareOfLoss: total === 0 ? 0 : resting / total };
}

function chainRests(trace: Trace, record: number, rests: Uint8Array, known: Int8Array): boolean {
  const path: number[] = [];
  let at = record;
  while (at !== -1 && known[at] === -1 && rests[at] === 0) {
    path.push(at);
    at = parentOf(trace, at);
  }
  const answer = at !== -1 && (known[at] === 1 || rests[at] === 1) ? 1 : 0;
  for (const passed of path) known[passed] = answer;
  return answer === 1;
}

function groupValues(group: number, dataset: Dataset, system: System): readonly AssumedValue[] {
  const values: AssumedValue[] = [];
  for (let member = system.memberStart[group]!; member < system.memberStart[group + 1]!; member += 1) {
    const row = dataset.dependencies[system.memberRow[member]!];
    if (row !== undefined) values.push(...decidingValues(row));
  }
  return values;
}

function groupNetworks(group: number, system: System): number[] {
  const providers = system.memberProvider.subarray(system.memberStart[group], system.memberStart[group + 1]);
  return [...providers].filter((provider) => provider < 0).map((provider) => -1 - provider);
}

function networkValues(position: number, dataset: Dataset, system: System): AssumedValue[] {
  const { nodeAsset, commodity } = system.networks[position]!;
  return [...nodeAsset].flatMap((at) => {
    const asset = dataset.assets[at];
    if (asset === undefined) return [];
    const names = (amounts: typeof asset.produces) =>
      amounts?.some((amount) => amount.commodity === commodity) === true;
    return decidingValues(asset).filter(
      ({ attribute }) =>
        (attribute === "produces" && names(asset.produces)) || (attribute === "consumes" && names(asset.consumes)),
    );
  });
}

function decidingValues(row: { readonly id: string; readonly assumed?: readonly string[] }): AssumedValue[] {
  return (row.assumed ?? [])
    .filter((attribute) => decidingColumns.has(attribute))
    .map((attribute) => ({ id: row.id, attribute }));
}
