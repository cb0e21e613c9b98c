import { join } from "node:path";
import type { ClosureSums } from "../../analyzer/algorithms/closure/closure-sums.ts";
import { projectFolder } from "../../api/project-folder.ts";
import { columnChecksum, lossChecksum } from "./answer-checksum.ts";
import { answerOf, lossesAt, placedKernel, placingContender, totalContender } from "./closure-contender.ts";
import { coldRow } from "./cold-scan.ts";
import { LineServer } from "./line-server.ts";
import type { SizeName } from "./options.ts";
import { askPeer, pythonContender } from "./python-contender.ts";
import { amount, type Floor, type Row } from "./row.ts";
import type { ScriptPeer } from "./script-peers.ts";
import { sampleSources, type SeededInput, seededInputs } from "./seeded-inputs.ts";
import { type Answer, type Contender, sideBySide } from "./side-by-side.ts";
import type { Tools } from "./tools.ts";

/** The most that plan and sweep may take (issue: at 10k and 100k; performance.md section 7: at 1M). */
const totalMost: Readonly<Record<SizeName, number>> = { "10k": 8, "100k": 150, "1M": 5000 };
const kernelMost = 1.25;
const networkitLeast = 1.5;

/** How long a run of a sampled peer is to take, and the least and first sample. */
const sampleMilliseconds = 600;
const sampleLeast = 20;
/** Assets that graphology can hold with their dependencies in the memory Node gives a process by default. */
const graphologyMost = 100_000;

/** The scan of all seeded systems: alone, and beside everybody else who can do it. */
export async function* scanRows(tools: Tools): AsyncGenerator<Row> {
  const { size, only } = tools.options;
  for await (const input of seededInputs(size, only)) {
    yield* ownRows(tools, input);
    yield* sampledRows(tools, input);
    if (tools.peers !== null && input.mix === "critical") yield await networkitRow(tools, tools.peers, input);
    if (tools.limit !== null) yield* limitRows(tools, tools.limit, input);
  }
}

async function* ownRows({ options: { rounds, size } }: Tools, input: SeededInput): AsyncGenerator<Row> {
  // The kernel is what answers; its TypeScript twin stands in where a host has none.
  const floor: Floor = { kind: "milliseconds", most: totalMost[size] };
  const name = `scan ${input.name}`;
  for (const engine of ["TypeScript", "WebAssembly"] as const) {
    const ours = totalContender(input, engine, lossesAt(input));
    yield await sideBySide({
      name: `${name}, ${engine}`,
      ours,
      peer: null,
      floor: engine === "WebAssembly" ? floor : null,
      rounds,
    });
    if (size === "10k" && input.mix === "mixed") yield await coldRow(input, engine);
  }
  const placing = placingContender(input, lossesAt(input));
  yield await sideBySide({ name: `${name}, with placing`, ours: placing, peer: null, floor: null, rounds });
}

/** Those who work source by source: some sources, the time of all extrapolated. */
async function* sampledRows(tools: Tools, input: SeededInput): AsyncGenerator<Row> {
  const floor: Floor = { kind: "faster", least: leastRatio(input) };
  for (const start of sampledPeers(tools, input)) {
    const peer = await start();
    const ours = totalContender(input, "WebAssembly", lossesAt(input, peer.sources));
    const { rounds } = tools.options;
    try {
      yield await sideBySide({
        name: `scan ${input.name}`,
        ours,
        peer: peer.contender,
        floor: peer.isHeld ? floor : null,
        rounds,
      });
    } finally {
      peer.server?.close();
    }
  }
}

/** Heavy tails: a loss takes hundreds and more in the mean. */
function leastRatio({ family, mix }: SeededInput): number {
  return family !== "spatial" && mix !== "robust" ? 2000 : 100;
}

interface SampledPeer {
  readonly contender: Contender;
  readonly sources: Int32Array;
  /** Whether the floor is about it: the issue names graphology and networkx. */
  readonly isHeld: boolean;
  /** Its own process, which goes with the row. */
  readonly server?: LineServer;
}

function sampledPeers({ options, peers, skip }: Tools, input: SeededInput): (() => Promise<SampledPeer>)[] {
  const { systemFile, layout } = input;
  const starts = [() => scripted("plain objects", input, options.size, false)];
  if (layout.nodeCount <= graphologyMost) {
    starts.push(() => scripted("graphology", input, options.size, true));
  } else {
    skip(`scan ${input.name} beside graphology: its graph takes more memory than Node gives a process`);
  }
  if (peers === null) return starts;
  const libraries = input.mix === "critical" ? ["networkx", "igraph", "rustworkx"] : ["networkx"];
  for (const library of libraries) {
    starts.push(() =>
      sampled(input, library, library === "networkx", async (sources, turn) => {
        const request = { do: "scan", peer: library, input: systemFile, sources: [...sources], turn } as const;
        const { milliseconds, checksum = "" } = await askPeer(peers, request);
        return { milliseconds, checksum };
      }),
    );
  }
  return starts;
}

async function scripted(name: ScriptPeer, input: SeededInput, size: SizeName, isHeld: boolean): Promise<SampledPeer> {
  const script = join(projectFolder(), "test", "bench", "script-peers.ts");
  const words = ["--import", "tsx", script, name, input.family, input.mix, size];
  const server = new LineServer(process.execPath, words);
  const peer = await sampled(input, name, isHeld, async (sources, turn) => {
    return (await server.ask(JSON.stringify({ sources: [...sources], turn }))) as Answer;
  });
  return { ...peer, server };
}

/** Finds how many sources take about as long as a run should, and extrapolates from them. */
async function sampled(
  { layout }: SeededInput,
  name: string,
  isHeld: boolean,
  scan: (sources: Int32Array, turn: number) => Promise<Answer>,
): Promise<SampledPeer> {
  const all = layout.removalOf.length;
  const tried = await scan(sampleSources(all, sampleLeast), 0);
  const wanted = (sampleLeast * sampleMilliseconds) / Math.max(0.01, tried.milliseconds);
  const sources = sampleSources(all, Math.max(sampleLeast, Math.floor(wanted)));
  const timesOver = all / sources.length;
  const note = timesOver === 1 ? "" : `${amount(sources.length)} of ${amount(all)} sources, extrapolated`;
  return {
    sources,
    isHeld,
    contender: {
      name,
      note,
      run: async (turn) => {
        const answer = await scan(sources, turn);
        return { ...answer, milliseconds: answer.milliseconds * timesOver };
      },
    },
  };
}

/** NetworKit counts what each asset reaches: comparable where everything is critical, and only in the counts. */
async function networkitRow({ options }: Tools, peers: LineServer, input: SeededInput): Promise<Row> {
  const { layout, name } = input;
  const counts = (sums: ClosureSums) => columnChecksum(layout.removalOf.map((node) => sums.lost[node]!));
  const request = { do: "scan", peer: "networkit", input: input.systemFile } as const;
  const peer = pythonContender(peers, request, { note: "counts of assets only, one thread" });
  const ours = totalContender(input, "WebAssembly", counts);
  const floor: Floor = { kind: "faster", least: networkitLeast };
  return sideBySide({ name: `scan ${name}`, ours, peer, floor, rounds: options.rounds });
}

/** The same steps in C: the sweep beside the kernel, and all of it beside all of ours. */
async function* limitRows({ options: { rounds, size } }: Tools, program: string, input: SeededInput) {
  const server = new LineServer(program, [input.layoutFile]);
  const twin = (what: "sweep" | "total"): Contender => ({
    name: what === "sweep" ? "C twin, sweep" : "C twin",
    run: async (turn) => (await server.ask(`${what} ${turn}`)) as Answer,
  });
  // The same steps: the work counter is part of the answer.
  const inUnits = (sums: ClosureSums) => `${lossChecksum(sums)} by ${sums.expansions} expansions`;
  const floor: Floor | null = size === "1M" ? null : { kind: "slower", most: kernelMost };
  try {
    const kernel = placedKernel(input.layout);
    const plan = kernel.plan();
    const sweep: Contender = { name: "WebAssembly", run: (turn) => answerOf(() => kernel.sweep(plan), inUnits, turn) };
    yield await sideBySide({ name: `sweep ${input.name}`, ours: sweep, peer: twin("sweep"), floor, rounds });
    const ours = totalContender(input, "WebAssembly", inUnits);
    yield await sideBySide({ name: `scan ${input.name}`, ours, peer: twin("total"), floor: null, rounds });
  } finally {
    server.close();
  }
}
