import { setImmediate as turn } from "node:timers/promises";
import {
  type Analysis,
  type AnalysisInput,
  type AnalysisOutcome,
  inSharedMemory,
  isPieced,
  type PiecedAnalysis,
  type Planned,
  prepareGround,
  type RunGround,
} from "../../analyzer/index.ts";
import { resultHash } from "../runs/result-hash.ts";
import { doPiece, type Round } from "./do-piece.ts";
import { isRaised } from "./flag.ts";
import { findDataset } from "./find-dataset.ts";
import { measureBytes } from "./measure-bytes.ts";
import { RoundBoard } from "./round-board.ts";
import { Seats } from "./seats.ts";
import type { LeadMessage, LeadReply, LeadTask } from "./worker-messages.ts";

/** How long a helper may be silent before the thread that leads looks whether it is to stop. */
const patienceMilliseconds = 50;
const ownPlace = 0;

/** Plan and parts of an analysis pass the memory that a job may take. */
class MemoryCapError extends Error {
  override readonly name = "MemoryCapError";
}

/** Leads a job to its end. The result leaves as JSON text: no other thread has to turn megabytes into text again. */
export async function lead(task: LeadTask, analysis: Analysis): Promise<LeadReply> {
  tell(task, { kind: "started" });
  const { datasetHash: hash, overlays, engine, stop } = task;
  const dataset = await findDataset(task);
  if (isRaised(stop)) return { kind: "aborted" };
  const input = { dataset, hash, overlays, engine };
  try {
    const outcome = isPieced(analysis) ? await leadPieces(task, analysis, input) : runWhole(task, analysis, input);
    if (outcome.kind !== "done") return outcome;
    const text = JSON.stringify(outcome.result);
    return { kind: "done", text, hash: resultHash(outcome.result, text) };
  } catch (error) {
    if (error instanceof MemoryCapError) return { kind: "memory" };
    throw error;
  }
}

function runWhole(task: LeadTask, analysis: Exclude<Analysis, PiecedAnalysis>, input: AnalysisInput): AnalysisOutcome {
  const board = RoundBoard.open(1, 1);
  tellRound(task, board);
  return analysis.run(input, task.parameters, {
    progress: (done, total) => board.report(ownPlace, done, total),
    aborted: () => isRaised(task.stop),
  });
}

async function leadPieces(task: LeadTask, analysis: PiecedAnalysis, input: AnalysisInput): Promise<AnalysisOutcome> {
  const prepared = prepareGround(input.dataset, input.overlays);
  if (prepared.kind === "refused") return prepared;
  const { ground } = prepared;
  const outcome = analysis.plan(ground, task.parameters);
  return outcome.kind === "refused" ? outcome : new Lead(task, analysis, ground).work(outcome, input);
}

/** The rounds of one pieced analysis. */
class Lead {
  readonly #task: LeadTask;
  readonly #analysis: PiecedAnalysis;
  readonly #ground: RunGround;
  readonly #seats: Seats;
  #parts: unknown[] = [];
  #missing = 0;
  #bytes = 0;

  constructor(task: LeadTask, analysis: PiecedAnalysis, ground: RunGround) {
    this.#task = task;
    this.#analysis = analysis;
    this.#ground = ground;
    this.#seats = new Seats({
      ground,
      count: task.seats,
      offer: (place, seat) => task.port.postMessage({ kind: "seat", place, seat } satisfies LeadMessage, [seat]),
      take: (index, part) => this.#take(index, part),
    });
  }

  async work(first: Planned<unknown>, input: AnalysisInput): Promise<AnalysisOutcome> {
    let planned = first;
    try {
      for (;;) {
        const plan = this.#task.seats > 0 ? inSharedMemory(planned.plan) : planned.plan;
        this.#bytes = measureBytes(plan);
        if (!(await this.#do(plan, planned.pieces))) return { kind: "aborted" };
        const next = this.#analysis.join(this.#ground, plan, this.#parts, input);
        if (next.kind !== "planned") return next;
        planned = next;
      }
    } finally {
      this.#seats.close();
    }
  }

  /** All pieces of a round, whoever does them. False where the job was stopped. */
  async #do(plan: unknown, pieces: number): Promise<boolean> {
    const { stop, seats } = this.#task;
    const board = RoundBoard.open(pieces, 1 + seats);
    const round: Round = { plan, board };
    this.#parts = Array.from({ length: pieces });
    this.#missing = pieces;
    tellRound(this.#task, board);
    if (pieces > 1) this.#seats.begin(round);
    try {
      const bench = { analysis: this.#analysis, ground: this.#ground, place: ownPlace, stop };
      for (let index = board.take(); index !== -1; index = board.take()) {
        const part = isRaised(stop) ? null : doPiece(bench, round, index);
        if (part === null) return false;
        this.#take(index, part);
        // Lets in what helpers have sent meanwhile.
        await turn();
        this.#checkMemory();
      }
      while (this.#missing > 0 && !isRaised(stop)) {
        await this.#seats.news(patienceMilliseconds);
        this.#checkMemory();
      }
      return this.#missing === 0;
    } finally {
      // Whoever comes late finds nothing to do.
      board.close();
    }
  }

  #take(index: number, part: unknown): void {
    this.#parts[index] = part;
    this.#missing -= 1;
    this.#bytes += measureBytes(part);
  }

  #checkMemory(): void {
    if (this.#bytes > this.#task.memoryBytes) throw new MemoryCapError();
  }
}

function tellRound(task: LeadTask, { pieces, cells }: RoundBoard): void {
  tell(task, { kind: "round", pieces, cells });
}

function tell({ port }: LeadTask, message: LeadMessage): void {
  port.postMessage(message);
}
