import { ZoneBalance } from "../../analyzer/algorithms/zones/zone-balance.ts";
import { assetRow, connectionRow } from "../support/rows.ts";
import { inState, wide, zonedNetwork } from "../support/zoned-network.ts";
import { SeededRandom } from "../support/seeded-random.ts";
import { columnChecksum } from "./answer-checksum.ts";
import { amount, type Row } from "./row.ts";
import { sideBySide } from "./side-by-side.ts";
import { cpuTime } from "./timing.ts";
import type { Tools } from "./tools.ts";

const zoneCount = 50;
const linkCount = 100;
const seed = 5;
/** Every plant in turn, lost and back, so many times over. */
const turns = 4;
const mostMilliseconds = 0.1;

/** A State's only plant is lost, and is back: how long the shares of all zones take to be found again. */
export async function* zoneRows({ options: { rounds } }: Tools): AsyncGenerator<Row> {
  for (const sharing of ["own-first", "shared"] as const) {
    const { network, nodeOf, plants } = zonedPlants(sharing);
    const balance = new ZoneBalance(network);
    const islandOf = new Int32Array(network.nodeAsset.length);
    const level = new Float64Array(network.nodeAsset.length).fill(1);
    balance.balance(islandOf, 1, level);
    const losses = plants.map((id) => network.nodeAsset[nodeOf(id)]!);
    const ours = {
      name: "TypeScript",
      run: () => {
        const met: number[] = [];
        const before = balance.solved;
        const { milliseconds } = cpuTime(() => {
          for (let turn = 0; turn < turns; turn += 1) {
            for (const plant of losses) {
              level[plant] = 0;
              balance.balance(islandOf, 1, level);
              met.push(Math.round(balance.metDemand()));
              level[plant] = 1;
              balance.balance(islandOf, 1, level);
            }
          }
        });
        const solved = balance.solved - before;
        const work = `mean of ${solved} islands solved anew, ${amount(Math.min(...met))} to ${amount(Math.max(...met))} MW met`;
        return { milliseconds: milliseconds / solved, checksum: columnChecksum(met), work };
      },
    };
    const name = `zones ${sharing}: a plant lost, ${zoneCount} zones, ${linkCount} links`;
    yield await sideBySide({ name, ours, peer: null, floor: { kind: "milliseconds", most: mostMilliseconds }, rounds });
  }
}

/** In each State a plant, who needs its power, and ways to the next State and to another. */
function zonedPlants(sharing: "own-first" | "shared") {
  const random = new SeededRandom(seed);
  const codes = Array.from({ length: zoneCount }, (_, zone) => `Z${String(zone).padStart(2, "0")}`);
  const plants = codes.map((code) => `plant ${code}`);
  const assets = codes.flatMap((code, zone) => [
    assetRow(`plant ${code}`, { ...inState(code), produces: [power(60 + random.below(80))] }),
    assetRow(`need ${code}`, { ...inState(code), consumes: [power(80 + random.below(20))] }),
    assetRow(`hub ${code}`, inState(codes[zone]!)),
  ]);
  const inside = codes.flatMap((code) => [
    connectionRow(`plant ${code}`, `hub ${code}`),
    connectionRow(`need ${code}`, `hub ${code}`),
  ]);
  const across = codes.flatMap((code, zone) => [
    wide(`hub ${code}`, `hub ${codes[(zone + 1) % zoneCount]!}`, 10 + random.below(40)),
    wide(`hub ${code}`, `hub ${codes[(zone + 7) % zoneCount]!}`, 5 + random.below(20)),
  ]);
  return { ...zonedNetwork(assets, [...inside, ...across], { sharing }), plants };
}

const power = (amount: number) => ({ commodity: "electricity", amount, unit: "MW" });
