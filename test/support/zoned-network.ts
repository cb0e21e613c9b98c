import type { Asset, Connection } from "../../analyzer/index.ts";
import type { NetworkSettings } from "../../analyzer/model/network.ts";
import { compileSystem } from "../../analyzer/system/compile-system.ts";
import type { Network, ZoneTable } from "../../analyzer/system/system.ts";
import { connectionRow, datasetOf, description } from "./rows.ts";

/** The electricity network of these assets, balanced by zones, and its nodes by asset id. */
export function zonedNetwork(
  assets: readonly Asset[],
  connections: readonly Connection[],
  settings: Omit<NetworkSettings, "balance"> = {},
): { network: Network; zones: ZoneTable; nodeOf: (id: string) => number } {
  const networks = { electricity: { balance: "zones", ...settings } } as const;
  const system = compileSystem(datasetOf({ description: { ...description, networks }, assets, connections }));
  const network = system.networks[0];
  if (network === undefined || network.zones === null) throw new Error("no network balanced by zones");
  const { nodeAsset, zones } = network;
  return { network, zones, nodeOf: (id) => nodeAsset.indexOf(system.assetIds.indexOf(id)) };
}

/** Attributes of an asset of one State. */
export const inState = (state: string): Pick<Asset, "states"> => ({ states: [{ state, share: 1 }] });

/** A connection with a capacity. */
export const wide = (a: string, b: string, capacity: number, more: Partial<Connection> = {}): Connection =>
  connectionRow(a, b, { capacity, unit: "MW", ...more });
