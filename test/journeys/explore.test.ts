import { describe, expect, it } from "vitest";
import type { RankResult, RunResult } from "../../analyzer/index.ts";
import { browserMissing } from "../support/browser.ts";
import { keepPicture, searchFor } from "./open-page.ts";
import { runCommand } from "./open-service.ts";
import { useService } from "./use-service.ts";

const hours = 72;
const horizonHours = hours + 336;

async function commandJson<Result>(...words: string[]): Promise<Result> {
  return JSON.parse(await runCommand(...words, "--json")) as Result;
}

const lose = (dataset: string, id: string) =>
  commandJson<RunResult>("run", dataset, "--lose", id, "--hours", `${hours}`, "--horizon", `${horizonHours}`);

/** Of the assets whose loss reaches another State, the one with most States reached: the journey must not depend on the data. */
function farReaching(scan: RankResult): string {
  const [first] = [...scan.rows].sort((a, b) => b.foreignStatesReached - a.foreignStatesReached);
  if (first === undefined || first.foreignStatesReached === 0) throw new Error("No loss reaches another State.");
  return first.id;
}

describe.skipIf(browserMissing() !== null)("the main journey, on the bundled dataset", () => {
  const service = useService();

  it("loses an asset, follows the loss over a border, and reads what the command line prints", async () => {
    const { page, outside, complaints } = await service.open();
    await page.getByTestId("stage").waitFor();
    const dataset = await page.getByLabel("Dataset", { exact: true }).inputValue();
    const folder = `datasets/library/${dataset}`;
    const scan = await commandJson<RankResult>("rank", folder, "--hours", `${hours}`, "--horizon", `${horizonHours}`);
    const lost = farReaching(scan);
    const expected = await lose(folder, lost);

    await searchFor(page, lost);
    await page.getByRole("button", { name: "Lose it" }).click();
    const summary = page.getByTestId("run-summary");
    await summary.waitFor();
    expect(await page.getByTestId("outage-hours").getAttribute("data-value")).toBe(`${expected.totals.outageHours}`);
    expect(await page.getByTestId("states-reached").textContent()).toBe(`${expected.totals.statesReached}`);

    const ownStates = new Set(expected.states.filter(({ firstHours }) => firstHours === null).map(({ code }) => code));
    const hit = expected.states
      .filter(({ code, firstHours }) => firstHours !== null && !ownStates.has(code))
      .sort((a, b) => (b.firstHours ?? 0) - (a.firstHours ?? 0))[0];
    if (hit === undefined || hit.firstHours === null) throw new Error("The run reaches no other State.");
    await page.getByLabel("Speed").selectOption("10");
    await page.getByRole("button", { name: "Play" }).click();
    await page.locator(`[data-state="${hit.code}"][data-lit="true"]`).first().waitFor({ timeout: 60_000 });
    await page
      .getByRole("button", { name: "Pause" })
      .click({ timeout: 5_000 })
      .catch(() => {});
    await page.getByRole("button", { name: "To the start" }).click();
    const lit = page.getByRole("table", { name: "States by first hit" }).locator(`[data-state="${hit.code}"]`);
    for (let step = 0; (await lit.getAttribute("data-lit")) !== "true"; step++) {
      expect(step).toBeLessThan(2_000);
      await page.getByRole("button", { name: "Next change" }).click();
    }
    const hourNow = Number(await page.getByRole("slider", { name: "Hour" }).inputValue());
    expect(hourNow).toBeCloseTo(hit.firstHours, 6);
    await keepPicture(page, "explore-map");

    const victim = expected.assets.filter(({ chain }) => chain.length > 1).at(-1);
    if (victim === undefined) throw new Error("Nothing but the lost asset failed.");
    await searchFor(page, victim.id);
    const why = page.getByTestId("why");
    await why.waitFor();
    const steps = await why
      .locator("[data-step]")
      .evaluateAll((items) => items.map((item) => item.getAttribute("data-step")));
    expect(steps).toEqual(victim.chain);

    await page.getByRole("tab", { name: "Ranking" }).click();
    await page.getByRole("button", { name: "Rank all assets" }).click();
    const ranking = page.getByTestId("ranking");
    await ranking.waitFor({ timeout: 120_000 });
    const top = scan.rows[0];
    const firstRow = ranking.locator("tbody tr").first();
    expect(await firstRow.getByRole("button").getAttribute("data-asset")).toBe(top?.id);
    expect(await firstRow.locator("[data-value]").getAttribute("data-value")).toBe(`${top?.outageHours}`);

    const before = await page.getByTestId("outage-hours").count();
    expect(before).toBe(0);
    await firstRow.getByRole("button").click();
    await summary.waitFor();
    const opened = await lose(folder, top?.id ?? "");
    await expect
      .poll(() => page.getByTestId("outage-hours").getAttribute("data-value"), { timeout: 30_000 })
      .toBe(`${opened.totals.outageHours}`);
    expect(opened.totals.outageHours).toBe(top?.outageHours);
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
