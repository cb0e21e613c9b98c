import * as fc from "fast-check";
import { expect } from "vitest";
import type { Dataset, Scenario } from "../../analyzer/index.ts";
import { type Answer, differences } from "../support/answer.ts";
import { smallSystem, type SmallSystem } from "../support/arbitrary-system.ts";
import { fictionalDataset } from "../support/fictional.ts";
import { law } from "../support/law.ts";

/** Other names for the assets, which put them into another order. */
type Names = ReadonlyMap<string, string>;

const renamed = smallSystem().chain((system) =>
  fc
    .shuffledSubarray(
      system.dataset.assets.map(({ id }) => id),
      { minLength: system.dataset.assets.length },
    )
    .map((order) => ({ system, names: new Map(order.map((id, position) => [id, `Z${position}`])) })),
);

const nameOf = (names: Names, id: string) => names.get(id) ?? id;

function relabelled({ dataset, scenario }: SmallSystem, names: Names): { dataset: Dataset; scenario: Scenario } {
  const { description, assets, dependencies, connections } = dataset;
  const renamedDataset = fictionalDataset(
    "small",
    assets.map((asset) => ({ ...asset, id: nameOf(names, asset.id) })),
    dependencies.map((row) => ({
      ...row,
      provider: nameOf(names, row.provider),
      dependent: nameOf(names, row.dependent),
    })),
    connections.map((row) => ({ ...row, a: nameOf(names, row.a), b: nameOf(names, row.b) })),
  );
  return {
    dataset: { ...renamedDataset, description },
    scenario: {
      ...scenario,
      shocks: scenario.shocks.map((shock) => ({
        ...shock,
        select: { ids: shock.select.ids?.map((id) => nameOf(names, id)) ?? [] },
      })),
    },
  };
}

function relabelledAnswer(answer: Answer, names: Names): Answer {
  const stuck = answer.stuck.map((loop) => loop.map((id) => nameOf(names, id)).sort());
  return {
    ...answer,
    outages: new Map([...answer.outages].map(([id, outages]) => [nameOf(names, id), outages])),
    stuck: stuck.sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1)),
  };
}

law("relabelling the assets relabels the result", renamed, ({ system, names }, run) => {
  const before = run(system.dataset, system.scenario);
  const other = relabelled(system, names);
  const after = run(other.dataset, other.scenario);
  expect(differences(relabelledAnswer(before, names), after)).toEqual([]);
});
