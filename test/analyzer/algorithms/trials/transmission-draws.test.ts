import { describe, expect, it } from "vitest";
import { Chance, purposes } from "../../../../analyzer/algorithms/chance/chance.ts";
import { entityKeys } from "../../../../analyzer/algorithms/chance/entity-keys.ts";
import {
  certainTransmission,
  TransmissionDraws,
  transmissionChances,
} from "../../../../analyzer/algorithms/trials/transmission-draws.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const dataset = datasetOf({
  assets: ["A", "B", "C", "D"].map((id) =>
    assetRow(id, id === "A" ? { produces: [{ commodity: "electricity" }] } : {}),
  ),
  connections: [connectionRow("A", "D")],
  dependencies: [
    dependencyRow("A", "B", { likelihood: 0.3 }),
    dependencyRow("A", "C", { likelihood: 1 }),
    dependencyRow("B", "C"),
    dependencyRow("C", "B", { likelihood: 0 }),
    dependencyRow("@electricity", "D", { likelihood: 0.8 }),
  ],
});
const system = compileSystem(dataset);
const chances = transmissionChances(dataset.dependencies, system);
const rowOf = (member: number) => dataset.dependencies[system.memberRow[member]!]!;

describe("transmissionChances", () => {
  it("are those of the rows with a likelihood below 1, a network's row too", () => {
    const found = [...chances.member].map((member, at) => [rowOf(member).id, chances.likelihood[at]]);
    expect(Object.fromEntries(found)).toEqual({ "A>B": 0.3, "C>B": 0, "@electricity>D": 0.8 });
  });
});

describe("TransmissionDraws", () => {
  it("close the members whose own coin, keyed by the row's id, misses; trials in any order", () => {
    const draws = new TransmissionDraws(chances, new Chance(9));
    const alone = new Chance(9);
    for (const trial of [0, 1, 2, 31, 32, 127, 128, 129, 5, 700, 3]) {
      const expected = [...chances.member].filter((member, at) => {
        const [low = 0, high = 0] = entityKeys([rowOf(member).id]);
        return !alone.hits(purposes.transmission, low, high, trial, chances.likelihood[at]!);
      });
      expect([...draws.closedMembers(trial)]).toEqual(expected);
    }
  });

  it("close a row in one less its likelihood of the trials, always at 0", () => {
    const draws = new TransmissionDraws(chances, new Chance(1));
    const closed = new Map<string, number>();
    for (let trial = 0; trial < 4096; trial += 1) {
      for (const member of draws.closedMembers(trial)) {
        closed.set(rowOf(member).id, (closed.get(rowOf(member).id) ?? 0) + 1);
      }
    }
    expect(closed.get("C>B")).toBe(4096);
    expect(Math.abs(closed.get("A>B")! / 4096 - 0.7)).toBeLessThan(4 * Math.sqrt(0.21 / 4096));
    expect(Math.abs(closed.get("@electricity>D")! / 4096 - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / 4096));
  });

  it("close nothing where every dependency transmits", () => {
    expect(new TransmissionDraws(certainTransmission, new Chance(1)).closedMembers(3)).toHaveLength(0);
  });
});
