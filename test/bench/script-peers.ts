import { createInterface } from "node:readline";
import type { Family } from "../support/seeded-networks.ts";
import { type Mix, seededSystem } from "../support/seeded-systems.ts";
import { lossChecksum } from "./answer-checksum.ts";
import { GraphologyScan } from "./graphology-scan.ts";
import { type SizeName, sizes } from "./options.ts";
import { PlainScan } from "./plain-scan.ts";
import { cpuTime } from "./timing.ts";

// Peers in JavaScript, in a process of their own as the others are, so that nobody pays for their garbage. Usage: PEER FAMILY MIX
// SIZE; then a line of JSON with the sources and the turn for each scan, answered by one.

const scans = { "plain objects": PlainScan, graphology: GraphologyScan } as const;
export type ScriptPeer = keyof typeof scans;

const [peer, family, mix, size] = process.argv.slice(2) as [ScriptPeer, Family, Mix, SizeName];
const scan = new scans[peer](seededSystem(family, mix, sizes[size]));

for await (const line of createInterface(process.stdin)) {
  const asked = JSON.parse(line) as { readonly sources: readonly number[]; readonly turn: number };
  const sources = Int32Array.from(asked.sources);
  const { value, milliseconds } = cpuTime(() => scan.scan(sources), asked.turn);
  process.stdout.write(`${JSON.stringify({ milliseconds, checksum: lossChecksum(value) })}\n`);
}
