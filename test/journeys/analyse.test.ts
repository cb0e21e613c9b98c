import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { RankTrialsResult, TrialsResult } from "../../analyzer/index.ts";
import { browserMissing } from "../support/browser.ts";
import { keepPicture, searchFor } from "./open-page.ts";
import { seriousFindings } from "./serious-findings.ts";
import { useService } from "./use-service.ts";

const answerMs = 60_000;

/** Opens a question of the Analyse panel. */
async function openQuestion(page: Page, id: string): Promise<void> {
  await page.getByRole("tab", { name: "Analyse" }).click();
  await page.locator(`[data-question="${id}"]`).click();
  await page.getByTestId("question-form").waitFor();
}

const ask = (page: Page) => page.getByRole("button", { name: "Ask", exact: true }).click();

/** The answer that is shown, as the service keeps it. */
async function storedAnswer<Result>(page: Page): Promise<Result> {
  await expect.poll(() => page.url()).toContain("answer=");
  const id = new URLSearchParams(new URL(page.url()).hash.slice(1)).get("answer");
  const record: unknown = await page.evaluate(async (run) => (await fetch(`/api/runs/${run}`)).json(), id);
  return (record as { readonly result: Result }).result;
}

/** Loses P1 with probability 0.6 and draws buffers, in 200 trials. */
async function askTrials(page: Page): Promise<void> {
  await searchFor(page, "P1");
  await openQuestion(page, "trials");
  await page.getByLabel("Probability (0 to 1)").fill("0.6");
  await page.getByLabel("How many trials").fill("200");
  await page.getByText("More settings").click();
  await page.getByLabel("Draw buffers").fill("0.5");
  await ask(page);
  await page.getByTestId("exceedance").waitFor({ timeout: answerMs });
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await wanted.count()) > 0 && (await wanted.evaluate((element) => element === document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there.");
}

describe.skipIf(browserMissing() !== null)("the Analyse panel", () => {
  const service = useService();
  const open = (options: { link?: string; width?: number; dark?: boolean } = {}) =>
    service.open({ link: "v=1&d=golden", ...options });

  it("runs 200 trials, shows the interval and the curve, and still does after a reload", async () => {
    const { page, outside, complaints } = await open();
    await askTrials(page);
    const result = await storedAnswer<TrialsResult>(page);
    const outage = result.consequences.outageHours;
    expect(result.trials).toBe(200);
    const look = async () => ({
      mean: Number(await page.getByTestId("chance-mean").getAttribute("data-value")),
      interval: await page.getByTestId("chance-mean-interval").textContent(),
      curve: await page.locator(".exceedance .curve").getAttribute("d"),
      points: await page.locator(".exceedance tbody tr").count(),
      further: await page.getByTestId("further-trials").textContent(),
    });
    const seen = await look();
    expect(seen.mean).toBe(outage?.mean);
    const [low, high] = outage?.interval ?? [Number.NaN, Number.NaN];
    expect(seen.interval).toBe(`${Math.round(low)} – ${Math.round(high)}`);
    expect(seen.points).toBe(outage?.exceedance.points.length);
    expect(seen.further).toContain(`${outage?.furtherTrials} more trials`);
    await page.reload();
    await page.getByTestId("exceedance").waitFor();
    expect(await look()).toEqual(seen);
    expect(await page.getByLabel("How many trials").inputValue()).toBe("200");
    expect([outside, complaints]).toEqual([[], []]);
    await page.close();
  });

  it("replays the worst trial on the map", async () => {
    const { page } = await open();
    await askTrials(page);
    const worst = (await storedAnswer<TrialsResult>(page)).consequences.outageHours?.worst;
    await page.getByRole("button", { name: `Replay trial ${worst?.trial}` }).click();
    await page.getByTestId("run-summary").waitFor({ timeout: answerMs });
    expect(Number(await page.getByTestId("outage-hours").getAttribute("data-value"))).toBeCloseTo(worst?.value ?? 0, 6);
    await page.getByTestId("timeline").waitFor();
    await page.close();
  });

  it("ranks with chance and draws the rank intervals; a row selects its asset", async () => {
    const { page, complaints } = await open();
    await page.getByRole("tab", { name: "Ranking" }).click();
    await page.getByRole("radio", { name: "With chance" }).click();
    await page.getByText("More settings").click();
    await page.getByLabel("Draw buffers").fill("1");
    await ask(page);
    const table = page.getByTestId("rank-intervals");
    await table.waitFor({ timeout: answerMs });
    const { rows } = await storedAnswer<RankTrialsResult>(page);
    const bars = table.getByTestId("interval-bar");
    const drawn = await bars.evaluateAll((all) =>
      all.map((bar) => [Number(bar.getAttribute("data-low")), Number(bar.getAttribute("data-high"))]),
    );
    expect(drawn).toEqual(rows.map(({ rankInterval }) => rankInterval));
    expect(rows.some(({ rankInterval: [best, worst] }) => worst > best)).toBe(true);
    const widths = await table
      .locator(".interval-reach")
      .evaluateAll((all) => all.map((reach) => reach.getBoundingClientRect().width));
    rows.forEach(({ rankInterval: [best, worst] }, index) => {
      if (worst > best) expect(widths[index]).toBeGreaterThan(4);
    });
    await table.locator("[data-asset]").first().click();
    expect(await page.getByTestId("inspector").getByTestId("inspected").textContent()).toBe("Arlenia power plant");
    await page.reload();
    await table.waitFor();
    expect(await page.getByRole("radio", { name: "With chance" }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("says what each question costs before it is asked, more for more trials", async () => {
    const { page } = await open();
    await openQuestion(page, "trials");
    const seconds = async () => Number(await page.getByTestId("estimate").getAttribute("data-seconds"));
    const few = await seconds();
    await page.getByLabel("How many trials").fill("1000000");
    expect(await seconds()).toBeCloseTo(1000 * few, 6);
    await page.getByLabel("How many trials").fill("0");
    await page.getByText("Must be at least 1.").waitFor();
    await ask(page);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"));
    await expect.poll(focused).toBe("true");
    await page.getByText("Select an asset on the stage or by search.").waitFor();
    expect(await page.getByTestId("job-progress").count()).toBe(0);
    await page.close();
  });

  it("is worked by keys alone", async () => {
    const { page, complaints } = await open();
    await tabTo(page, page.getByRole("tab", { name: "Scenario" }));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("tab", { name: "Analyse" }).getAttribute("aria-selected")).toBe("true");
    await page.getByTestId("questions").waitFor();
    await tabTo(page, page.locator('[data-question="greedy-sets"]'));
    await page.keyboard.press("Enter");
    await page.getByTestId("question-form").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("All questions");
    await tabTo(page, page.getByLabel("How many assets"));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await page.getByTestId("picks").waitFor({ timeout: answerMs });
    expect(await page.getByTestId("picks").locator("tbody tr").count()).toBe(2);
    expect(await page.getByTestId("gap").textContent()).toContain("Every set of 2 assets was tried");
    await tabTo(page, page.getByTestId("picks").locator("[data-asset]").first());
    await page.keyboard.press("Enter");
    await page.getByTestId("inspector").waitFor();
    await tabTo(page, page.getByRole("button", { name: "All of it as tables" }));
    await page.keyboard.press("Enter");
    await page.getByTestId("answer-table").locator("tbody tr").nth(1).waitFor();
    expect(await page.getByTestId("answer-table").locator("tbody tr").count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([false, true])("has no serious accessibility findings (dark: %s)", async (dark) => {
    const { page } = await open({ dark });
    await page.getByRole("tab", { name: "Analyse" }).click();
    await page.getByTestId("questions").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await askTrials(page);
    expect(await seriousFindings(page)).toEqual([]);
    await keepPicture(page, dark ? "analyse-trials-dark" : "analyse-trials");
    await page.getByRole("button", { name: "All of it as tables" }).click();
    await page.getByTestId("answer-table").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("tab", { name: "Ranking" }).click();
    await page.getByRole("radio", { name: "With chance" }).click();
    await ask(page);
    await page.getByTestId("rank-intervals").waitFor({ timeout: answerMs });
    expect(await seriousFindings(page)).toEqual([]);
    await keepPicture(page, dark ? "ranking-chance-dark" : "ranking-chance");
    await page.close();
  });

  it("keeps a picture of the narrow screen in which nothing sticks out of the side panel", async () => {
    const { page } = await open({ width: 900 });
    await askTrials(page);
    await keepPicture(page, "analyse-trials-narrow");
    const over = await page
      .locator(".side .tab-panel")
      .first()
      .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    expect(over).toBe(0);
    await page.close();
  });

  it("cancels a long question and says so", async () => {
    const { page, complaints } = await service.open({ link: "v=1&d=europe" });
    await openQuestion(page, "rank-trials");
    await page.getByLabel("How many trials").fill("5000");
    await page.getByLabel("How many assets are ranked").fill("100");
    await ask(page);
    const progress = page.getByTestId("job-progress");
    await progress.getByText(" of ").waitFor({ timeout: answerMs });
    expect(page.url()).toContain("answerjob=");
    await progress.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("It was cancelled; nothing of it was kept.").waitFor({ timeout: 10_000 });
    expect(await progress.count()).toBe(0);
    expect(await page.getByTestId("answer").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows who sends how much to whom, before and at the worst hour, and which limit binds (GC-6)", async () => {
    const { page } = await service.open({ link: "v=1&d=golden-zones" });
    await page.getByRole("button", { name: "GC-6 (a)" }).click();
    await page.getByTestId("zones").waitFor({ timeout: answerMs });
    const state = page.getByTestId("zone-states").locator('[data-state="XB"]');
    expect(await state.locator("td").last().textContent()).toBe("100% → 64%");
    const flow = page.getByTestId("zone-flows").locator('[data-from="XA"][data-to="XB"]');
    expect(await flow.textContent()).toContain("60 of 60 MW");
    expect(await flow.textContent()).toContain("20 of 60 MW");
    expect(await flow.locator('[data-binds="true"]').count()).toBe(0);
    await searchFor(page, "GB");
    await page.getByRole("button", { name: "Lose it" }).click();
    await page.getByRole("heading", { name: "Loss of Berenza power plant" }).waitFor();
    await flow.getByText("limit holds it back").waitFor();
    await flow.scrollIntoViewIfNeeded();
    await keepPicture(page, "zones");
    await page.close();
  });
});
