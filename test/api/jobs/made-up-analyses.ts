import type { Analysis, AnalysisResult, AnalysisText, PiecedAnalysis } from "../../../analyzer/index.ts";

/** An entry's text, for analyses that are only made up for tests. */
function textOf(id: string): AnalysisText {
  return {
    id,
    title: "Made up",
    question: "Does the service carry it?",
    parameters: { type: "object" },
    outputs: "Numbers",
    cost: "As asked",
    estimate: () => 1,
    limits: "None",
    source: "made for a test",
    checked: "By the test",
  };
}

/** What the made-up analyses answer; the catalogue knows nothing of them. */
function resultOf(found: object): AnalysisResult {
  return found as unknown as AnalysisResult;
}

interface SumsPlan {
  readonly pieces: number;
  readonly rounds: number;
  readonly round: number;
  readonly stepsPerPiece: number;
  /** What the rounds before came to. */
  readonly carried: Float64Array;
}

/**
 * Sums in floating point over so many rounds, each starting from what the one before came to: adding in another order, or a
 * part in another place, gives another number.
 */
const sums: PiecedAnalysis<SumsPlan, Float64Array> = {
  ...textOf("sums"),
  plan(_ground, parameters) {
    const { pieces = 7, rounds = 1, stepsPerPiece = 1000 } = parameters as Partial<SumsPlan>;
    return {
      kind: "planned",
      pieces,
      plan: { pieces, rounds, stepsPerPiece, round: 1, carried: Float64Array.of(0.1) },
    };
  },
  piece({ cascade }, { stepsPerPiece, carried, round }, index, host) {
    let sum = carried[0] ?? 0;
    for (let step = 1; step <= stepsPerPiece; step += 1) {
      sum += Math.sqrt(step + index * round) / (1 + cascade.system.assetIds.length);
      if (step % 1000 !== 0) continue;
      host.progress(step, stepsPerPiece);
      if (host.aborted()) return null;
    }
    return Float64Array.of(sum, index);
  },
  join(_ground, plan, parts) {
    let sum = 0;
    for (const part of parts) sum += part[0] ?? Number.NaN;
    if (plan.round === plan.rounds) {
      return { kind: "done", result: resultOf({ kind: "sums", sum, order: parts.map((part) => part[1]) }) };
    }
    return {
      kind: "planned",
      pieces: plan.pieces,
      plan: { ...plan, round: plan.round + 1, carried: Float64Array.of(sum) },
    };
  },
};

/** Each piece makes as many bytes as asked. */
const hoard: PiecedAnalysis<number, Uint8Array> = {
  ...textOf("hoard"),
  plan: (_ground, parameters) => ({ kind: "planned", pieces: 20, plan: (parameters as { bytes: number }).bytes }),
  piece: (_ground, bytes) => new Uint8Array(bytes),
  join: () => ({ kind: "done", result: resultOf({ kind: "hoard" }) }),
};

/** Fills the thread's heap with objects until it is full. */
const heap: Analysis = {
  ...textOf("heap"),
  run() {
    const kept: object[] = [];
    for (;;) kept.push({ at: kept.length, text: `${kept.length}` });
  },
};

/** A piece that breaks off where another thread does it, so that the thread that leads waits for it in vain. */
const broken: PiecedAnalysis<null, number> = {
  ...textOf("broken"),
  plan: () => ({ kind: "planned", pieces: 6, plan: null }),
  piece(_ground, _plan, index) {
    if (index === 3) throw new Error("piece 3 is broken");
    spin(40);
    return index;
  },
  join: () => ({ kind: "done", result: resultOf({ kind: "broken" }) }),
};

/** Says nothing and listens to nobody for so many seconds. */
const deaf: PiecedAnalysis<number, number> = {
  ...textOf("deaf"),
  plan: (_ground, parameters) => ({ kind: "planned", pieces: 4, plan: (parameters as { seconds: number }).seconds }),
  piece(_ground, seconds, index) {
    spin(1000 * seconds);
    return index;
  },
  join: () => ({ kind: "done", result: resultOf({ kind: "deaf" }) }),
};

/** Each piece waits for the other, so that they end well only where two threads are at work at a time. */
const meet: PiecedAnalysis<Int32Array, boolean> = {
  ...textOf("meet"),
  plan: () => ({ kind: "planned", pieces: 2, plan: new Int32Array(1) }),
  piece(_ground, arrived) {
    Atomics.add(arrived, 0, 1);
    const end = performance.now() + 10_000;
    while (Atomics.load(arrived, 0) < 2 && performance.now() < end);
    return Atomics.load(arrived, 0) === 2;
  },
  join: (_ground, _plan, parts) => ({ kind: "done", result: resultOf({ kind: "meet", met: parts }) }),
};

/** Keeps a core busy. */
function spin(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Analyses that show what the threads do with what the catalogue does not offer. */
export const madeUpAnalyses: readonly Analysis[] = [sums, hoard, heap, broken, deaf, meet] as readonly Analysis[];
