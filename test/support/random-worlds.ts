import { Chance, purposes } from "../../analyzer/algorithms/chance/chance.ts";
import { entityKeys } from "../../analyzer/algorithms/chance/entity-keys.ts";
import type { WorldQuestion } from "../../analyzer/algorithms/lanes/compile-worlds.ts";
import type { Asset, Dependency } from "../../analyzer/index.ts";
import { compileSystem } from "../../analyzer/system/compile-system.ts";
import { fictionalDataset } from "./fictional.ts";

const chance = new Chance(20_260_729);

/** Draws of one system, in order. */
class Draws {
  private next = 0;
  constructor(private readonly number: number) {}

  below(count: number): number {
    this.next += 1;
    return Math.floor(chance.uniform(purposes.sampling, this.number, 0, this.next) * count);
  }

  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }
}

/**
 * The n-th random binary system with its shocks: 2 to 14 assets, groups of one to twelve providers (all, any one, k of n,
 * unequal shares), loops, black starts, lags, buffers, dependencies that may not pass a loss on, up to three shocks.
 */
export function randomWorlds(number: number): WorldQuestion {
  const draws = new Draws(number);
  const count = 2 + draws.below(13);
  const assets = Array.from({ length: count }, (_, position) => randomAsset(draws, position));
  const ids = assets.map(({ id }) => id);
  const dependencies = Array.from({ length: draws.below(2 * count) }, (_, group) => randomGroup(draws, ids, group));
  const dataset = fictionalDataset("random", assets, dependencies.flat(), []);
  const system = compileSystem(dataset);
  const shocked = Int32Array.from({ length: 1 + draws.below(3) }, () => draws.below(count));
  const rowOf = [...system.memberRow].map((row) => dataset.dependencies[row]!);
  return {
    system,
    shocked,
    shockLikelihood: Float64Array.from(shocked, () => draws.one([1, 0.5, 0.25, 0.9, 0.37])),
    shockKey: entityKeys([...shocked].map((asset, shock) => JSON.stringify([system.assetIds[asset], shock]))),
    memberLikelihood: Float64Array.from(rowOf, ({ likelihood }) => likelihood ?? 1),
    memberKey: entityKeys(rowOf.map(({ id }) => id)),
  };
}

function randomAsset(draws: Draws, position: number): Asset {
  const id = `A${String(position).padStart(2, "0")}`;
  return {
    id,
    name: id,
    sector: "energy",
    kind: "factory",
    states: [{ state: "XA", share: 1 }],
    source: "test",
    ...(draws.below(8) === 0 ? { blackStart: true } : {}),
  };
}

function randomGroup(draws: Draws, ids: readonly string[], group: number): Dependency[] {
  const dependent = draws.one(ids);
  const providers = [...new Set(Array.from({ length: 1 + draws.below(12) }, () => draws.one(ids)))];
  const equal = draws.below(3) > 0;
  const shares = providers.map(() => (equal ? 1 : draws.one([1, 2, 0.3, 0.5, Math.PI])));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const anyOne = draws.below(4) === 0;
  const threshold = !anyOne || draws.below(2) === 0;
  const need = anyOne ? Math.min(...shares) : draws.one([total, 1 + draws.below(Math.floor(total)), 0.6 * total]);
  const bufferHours = draws.one([0, 0, 3, 10]);
  return providers.flatMap((provider, row) =>
    provider === dependent
      ? []
      : [
          {
            id: `d${group}.${row}`,
            provider,
            dependent,
            group: `g${group}`,
            need: Math.min(need, shareOfOthers(providers, shares, dependent)),
            share: shares[row]!,
            rule: threshold ? ("threshold" as const) : ("proportional" as const),
            lagHours: draws.one([0, 0, 1, 2.5]),
            likelihood: draws.one([1, 1, 0.5, 0.8, 0.1, 1 / 3]),
            bufferHours,
            source: "test",
          },
        ],
  );
}

function shareOfOthers(providers: readonly string[], shares: readonly number[], dependent: string): number {
  return shares.reduce((sum, share, row) => (providers[row] === dependent ? sum : sum + share), 0);
}
