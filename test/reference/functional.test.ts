import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Dataset, Dependency, GroupRule, Scenario, Shock } from "../../analyzer/index.ts";
import { type Answer, bothRuns } from "../support/answer.ts";
import { fictionalAsset, fictionalDataset } from "../support/fictional.ts";

/**
 * Failure times without repair, against numbers on which three other algorithms agree (reference-values, functional.json)
 * and against hand checks. A group of the reference is a group here: shares 1, `need` = k, rule `threshold`, loss 1.
 */

/** Providers by position, how many of them are needed, hours on its own. */
type Group = readonly [providers: readonly number[], need: number, bufferHours: number];

interface Instance {
  readonly groups_suppliers_k_buffer: readonly (readonly Group[])[];
  readonly own_failure: Readonly<Record<string, number>>;
  readonly "failure_time(null=never)": readonly (number | null)[];
}

const horizonHours = 1000;

/** Ids that sort like the positions they stand for. */
const idOf = (position: number) => `A${String(position).padStart(2, "0")}`;

function datasetOf(groups: Instance["groups_suppliers_k_buffer"], rule: GroupRule, loss = 1): Dataset {
  const assets = groups.map((_, position) => fictionalAsset(idOf(position)));
  const rows = groups.flatMap((own, position) =>
    own.flatMap(([providers, need, bufferHours], index) =>
      providers.map((provider): Dependency => {
        const ends = { provider: idOf(provider), dependent: idOf(position) };
        const id = `${ends.dependent} ${index} ${ends.provider}`;
        return { id, ...ends, group: `g${index}`, need, rule, loss, bufferHours, source: "test" };
      }),
    ),
  );
  return fictionalDataset("functional", assets, rows);
}

function failures(own: Instance["own_failure"]): Scenario {
  const shocks = Object.entries(own).map(
    ([position, fromHours]): Shock => ({ select: { ids: [idOf(Number(position))] }, fromHours }),
  );
  return { id: "failures", title: "Own failures", horizonHours, shocks };
}

/** First time at level 0 of each asset, null where that never comes. */
function failureTimes({ outages }: Answer, count: number): (number | null)[] {
  return Array.from(
    { length: count },
    (_, position) => outages.get(idOf(position))?.find(({ level }) => level <= 1e-9)?.fromHours ?? null,
  );
}

const file = new URL("../../../shared/reference-values/functional.json", import.meta.url);
const isThere = existsSync(file);
if (!isThere) console.warn(`skipped: the instances of functional.json, because ${file.pathname} does not exist`);
const instances: Instance[] = isThere ? JSON.parse(readFileSync(file, "utf8")).instances : [];

describe.each(bothRuns)("failure times by the $name", ({ run }) => {
  const timesOf = (groups: Instance["groups_suppliers_k_buffer"], own: Instance["own_failure"]) =>
    failureTimes(run(datasetOf(groups, "threshold"), failures(own)), groups.length);

  it("chain A-B-C with buffers 3 and 5, A lost at 0: 0, 3, 8", () => {
    expect(timesOf([[], [[[0], 1, 3]], [[[1], 1, 5]]], { 0: 0 })).toEqual([0, 3, 8]);
  });

  it("one of two with buffer 2, A lost at 0 and B at 4: 6", () => {
    expect(timesOf([[], [], [[[0, 1], 1, 2]]], { 0: 0, 1: 4 })).toEqual([0, 4, 6]);
  });

  it("two groups with buffers 7 and 1, A lost at 0 and B at 4: 5", () => {
    const groups: Group[] = [
      [[0], 1, 7],
      [[1], 1, 1],
    ];
    expect(timesOf([[], [], groups], { 0: 0, 1: 4 })).toEqual([0, 4, 5]);
  });

  it("P and T need each other with buffers 8 and 4, P lost at 0: T at 4", () => {
    expect(timesOf([[[[1], 1, 8]], [[[0], 1, 4]]], { 0: 0 })).toEqual([0, 4]);
  });

  it("two of two with buffer 4, one lost at 0: threshold is down at 4 h, proportional at half at 8 h", () => {
    const groups: Instance["groups_suppliers_k_buffer"] = [[], [], [[[0, 1], 2, 4]]];
    const outageOf = (rule: GroupRule, loss = 1) =>
      run(datasetOf(groups, rule, loss), failures({ 0: 0 })).outages.get("A02");
    expect(outageOf("threshold")).toMatchObject([{ fromHours: 4, level: 0 }]);
    expect(outageOf("proportional")).toMatchObject([{ fromHours: 8, level: 0.5 }]);
    expect(outageOf("proportional", 0.6)).toMatchObject([{ fromHours: 8, level: 0.7 }]);
  });

  it.skipIf(!isThere)("the instances of functional.json", () => {
    expect(instances.length).toBeGreaterThanOrEqual(3);
    for (const instance of instances) {
      const times = timesOf(instance.groups_suppliers_k_buffer, instance.own_failure);
      expect(times).toEqual(instance["failure_time(null=never)"]);
    }
  });
});
