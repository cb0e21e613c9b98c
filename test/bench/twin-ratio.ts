import * as fc from "fast-check";
import type { Dataset, Scenario } from "../../analyzer/index.ts";
import { differences, engineAnswer } from "../support/answer.ts";
import { smallSystem } from "../support/arbitrary-system.ts";
import { fictionalDataset } from "../support/fictional.ts";
import { plainRun } from "../support/plain-engine.ts";
import { median } from "./measure.ts";
import type { Spread } from "./row.ts";
import { spread } from "./side-by-side.ts";

/** How much faster the engine is than the plain twin on one system, side by side. */
export interface TwinRatio {
  readonly assets: number;
  readonly rounds: number;
  readonly engineMs: Spread;
  readonly twinMs: number;
  /** Median of twin / engine per round. */
  readonly ratio: number;
}

const seed = 20_261_122;
const parts = 12;
const rounds = 9;
const horizonHours = 40;

/** Runs both on a seeded system, interleaved. Throws where they do not agree. */
export function twinRatio(): TwinRatio {
  const { dataset, scenario } = seededSystem();
  const found = differences(plainRun(dataset, scenario), engineAnswer(dataset, scenario));
  if (found.length > 0) throw new Error(`engine and plain twin disagree:\n${found.join("\n")}`);
  const pairs = Array.from({ length: rounds }, () => ({
    engine: timed(() => engineAnswer(dataset, scenario)),
    twin: timed(() => plainRun(dataset, scenario)),
  }));
  return {
    assets: dataset.assets.length,
    rounds,
    engineMs: spread(
      pairs.map(({ engine }) => engine),
      null,
    ),
    twinMs: median(pairs.map(({ twin }) => twin)),
    ratio: median(pairs.map(({ engine, twin }) => twin / engine)),
  };
}

/** Several random small systems side by side in one dataset, the same every time. */
function seededSystem(): { readonly dataset: Dataset; readonly scenario: Scenario } {
  const systems = fc.sample(smallSystem(), { seed, numRuns: parts });
  const own = (part: number, id: string): string => (id.startsWith("@") ? id : `${part}.${id}`);
  const dataset = fictionalDataset(
    "twin",
    systems.flatMap((system, part) => system.dataset.assets.map((asset) => ({ ...asset, id: own(part, asset.id) }))),
    systems.flatMap((system, part) =>
      system.dataset.dependencies.map((row) => ({
        ...row,
        id: own(part, row.id),
        provider: own(part, row.provider),
        dependent: own(part, row.dependent),
      })),
    ),
    systems.flatMap((system, part) =>
      system.dataset.connections.map((row) => ({
        ...row,
        id: own(part, row.id),
        a: own(part, row.a),
        b: own(part, row.b),
      })),
    ),
  );
  const shocks = systems.flatMap((system, part) =>
    system.scenario.shocks.map((shock) => ({
      ...shock,
      select: { ids: (shock.select.ids ?? []).map((id) => own(part, id)) },
    })),
  );
  return { dataset, scenario: { id: "twin", title: "Twin", horizonHours, shocks } };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
