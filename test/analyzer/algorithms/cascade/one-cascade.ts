import { Cascade, type CascadeOptions } from "../../../../analyzer/algorithms/cascade/cascade.ts";
import type { Trace } from "../../../../analyzer/algorithms/cascade/trace.ts";
import { type Dataset, limits, type Scenario } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { resolveScenario } from "../../../../analyzer/system/resolve-scenario.ts";
import { toHours, toTicks } from "../../../../analyzer/system/ticks.ts";

/** What a run left behind, in words: `asset from-to level`, in order of record. */
interface PlainOutcome {
  readonly stopped: string;
  readonly events: number;
  readonly records: readonly string[];
}

/** A cascade on a dataset, without any of the measures. */
export class OneCascade {
  readonly cascade: Cascade;

  constructor(private readonly dataset: Dataset) {
    this.cascade = new Cascade(compileSystem(dataset));
  }

  run(scenario: Scenario, options: Partial<CascadeOptions> = {}): PlainOutcome {
    const { resolved, issues } = resolveScenario(this.dataset, scenario);
    if (issues.length > 0) throw new Error(issues.map(({ text }) => text).join("\n"));
    const horizonTick = toTicks(scenario.horizonHours);
    const outcome = this.cascade.run(resolved, { horizonTick, maxEvents: limits.events, causes: true, ...options });
    return { stopped: outcome.stopped, events: outcome.events, records: this.recordsOf(outcome.trace) };
  }

  private recordsOf(trace: Trace): string[] {
    return Array.from({ length: trace.count }, (_, record) => {
      const [from, to] = [toHours(trace.fromTick[record]!), toHours(trace.toTick[record]!)];
      return `${this.dataset.assets[trace.asset[record]!]?.id} ${from}-${to} ${trace.level[record]}`;
    });
  }
}
