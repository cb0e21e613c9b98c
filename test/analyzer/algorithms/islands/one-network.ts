import type { Asset, Connection } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import type { Network } from "../../../../analyzer/system/system.ts";
import { connectionRow, datasetOf } from "../../../support/rows.ts";

/** The one network of these assets, and its nodes by asset id. */
export function oneNetwork(
  assets: readonly Asset[],
  connections: readonly Connection[],
): { network: Network; nodeOf: (id: string) => number; assetOf: (id: string) => number } {
  const system = compileSystem(datasetOf({ assets, connections }));
  const network = system.networks[0];
  if (network === undefined || system.networks.length !== 1) throw new Error("not one network with a producer");
  const assetOf = (id: string) => system.assetIds.indexOf(id);
  return { network, nodeOf: (id) => network.nodeAsset.indexOf(assetOf(id)), assetOf };
}

/** Connections along a line of words: `"A-B B>C"`, the second one directed. */
export function lines(text: string): Connection[] {
  return text.split(" ").map((word) => {
    const [a = "", b = ""] = word.split(/[->]/);
    return connectionRow(a, b, word.includes(">") ? { directed: true } : {});
  });
}
