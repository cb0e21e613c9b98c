import { expect, it } from "vitest";
import { unitsPerPerson } from "../../analyzer/algorithms/closure/node-tallies.ts";
import { singleClosures } from "../support/single-closure.ts";
import { seededLayout, seededSystem } from "../support/seeded-systems.ts";
import { lossChecksum } from "./answer-checksum.ts";
import { GraphologyScan } from "./graphology-scan.ts";
import { PlainScan } from "./plain-scan.ts";
import { sampleSources } from "./seeded-inputs.ts";

it.each(["critical", "mixed", "robust"] as const)("gives the answers of the plain closures, %s", (mix) => {
  const system = seededSystem("modular", mix, 300);
  const layout = seededLayout(system);
  const sums = singleClosures(layout);
  const own = (column: ArrayLike<number>) => Array.from(layout.nodeOf, (node) => column[node]!);
  const people = own(sums.people).map((units) => units / unitsPerPerson);
  const expected = lossChecksum({ lost: own(sums.lost), people, states: own(sums.states) });
  const sources = sampleSources(300, 300);
  expect(lossChecksum(new PlainScan(system).scan(sources))).toBe(expected);
  expect(lossChecksum(new GraphologyScan(system).scan(sources))).toBe(expected);
});
