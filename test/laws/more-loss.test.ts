import { describe, expect, it } from "vitest";
import { lossScenario } from "../../analyzer/index.ts";
import { bothRuns, worsenings } from "../support/answer.ts";
import { smallShocks, smallSystem } from "../support/arbitrary-system.ts";
import { goldenNetwork } from "../support/golden.ts";
import { law } from "../support/law.ts";

const moreShocks = smallSystem({ networks: false }).chain((system) =>
  smallShocks(system.dataset).map((further) => ({ ...system, further })),
);

law("without networks further shocks never help", moreShocks, ({ dataset, scenario, further }, run) => {
  const before = run(dataset, scenario);
  const after = run(dataset, { ...scenario, shocks: [...scenario.shocks, ...further] });
  expect(worsenings(after, before)).toEqual([]);
  expect(after.totals.outageHours).toBeGreaterThanOrEqual(before.totals.outageHours - 1e-9);
});

describe.each(bothRuns)("where the law ends: networks, by the $name", ({ run }) => {
  it("losing N2 as well takes the demand of C1 and C2 off G2's island, and helps C3", () => {
    const before = run(goldenNetwork, lossScenario(["G1"], 10, 48));
    const after = run(goldenNetwork, lossScenario(["G1", "N2"], 10, 48));
    expect(before.outages.get("C3")?.[0]?.level).toBeCloseTo(3 / 7, 9);
    expect(after.outages.has("C3")).toBe(false);
  });
});
