import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserMissing, launchBrowser } from "../support/browser.ts";
import { countPixels, keepPicture, openPage, searchFor } from "./open-page.ts";
import { seriousFindings } from "./serious-findings.ts";
import { useService } from "./use-service.ts";

const hourText = (page: Page) => page.getByTestId("hour-text").textContent();

/** GC-1 of the golden case: P1 is lost for 96 h, horizon 240 h. */
async function loseP1(page: Page): Promise<void> {
  await searchFor(page, "P1");
  const form = page.getByTestId("lose-asset");
  await form.getByLabel("Lost for (h)").fill("96");
  await form.getByLabel("Horizon (h)").fill("240");
  await form.getByRole("button", { name: "Lose it" }).click();
  await page.getByTestId("timeline").waitFor();
}

describe.skipIf(browserMissing() !== null)("the Explore screen, on the golden case", () => {
  const service = useService();

  const open = (options: { link?: string; width?: number; dark?: boolean } = {}) =>
    service.open({ link: "v=1&d=golden", ...options });

  it("is worked by keys alone", async () => {
    const { page, outside, complaints } = await open();
    await loseP1(page);
    await page.locator("[data-found]").focus();
    expect(await hourText(page)).toBe("hour 0: 2 assets, 1 State");
    await page.keyboard.press("ArrowRight");
    expect(await hourText(page)).toBe("hour 4: 4 assets, 2 States");
    await page.keyboard.press("ArrowLeft");
    expect(await hourText(page)).toContain("hour 0:");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Play" }).waitFor();
    await page.keyboard.press("g");
    expect(await page.getByTestId("stage").getAttribute("data-view")).toBe("network");
    await page.keyboard.press("g");
    expect(await page.getByTestId("stage").getAttribute("data-view")).toBe("map");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await page.getByTestId("inspector").waitFor({ state: "detached" });

    const hours = page.getByTestId("lose-asset").getByLabel("Lost for (h)");
    await hours.focus();
    await page.keyboard.type("g ?");
    expect(await page.getByTestId("stage").getAttribute("data-view")).toBe("map");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect([outside, complaints]).toEqual([[], []]);
    await page.close();
  });

  it("tells GC-1 hour by hour, and why F1 failed", async () => {
    const { page } = await open();
    await loseP1(page);
    const texts = [await hourText(page)];
    for (let step = 0; step < 11; step++) {
      await page.getByRole("button", { name: "Next change" }).click();
      texts.push(await hourText(page));
    }
    expect(texts.slice(0, 6)).toEqual([
      "hour 0: 2 assets, 1 State",
      "hour 4: 4 assets, 2 States",
      "hour 12: 5 assets, 2 States",
      "hour 36: 6 assets, 2 States",
      "hour 52: 7 assets, 3 States",
      "hour 96: 6 assets, 3 States",
    ]);
    expect(texts.at(-1)).toBe("hour 125: 0 assets, 3 States");
    await searchFor(page, "F1");
    const steps = page.getByTestId("why").locator("[data-step]");
    expect(await steps.evaluateAll((items) => items.map((item) => item.getAttribute("data-step")))).toEqual([
      "P1",
      "S1",
      "T1",
      "B1",
      "F1",
    ]);
    expect(await steps.last().textContent()).toContain("48 h after");
    await page.getByRole("radio", { name: "Table" }).click();
    await page.getByRole("tab", { name: "State × State" }).click();
    expect(await page.getByTestId("state-matrix").locator("tbody tr").last().locator("td").last().textContent()).toBe(
      "631",
    );
    await page.close();
  });

  it("draws what the numbers say: the ground of a State turns at the hour it is hit", async () => {
    const { page } = await open();
    await loseP1(page);
    const tinted = async () => {
      await page.waitForTimeout(300);
      const picture = await page.getByTestId("stage").screenshot();
      // --hit-2 of tokens.css, the class of a first hit after 4 h, in the light theme.
      return countPixels(page, picture, [0xed, 0xb1, 0x99], 6);
    };
    expect(await tinted()).toBeLessThan(300);
    await page.getByRole("button", { name: "Next change" }).click();
    expect(await tinted()).toBeGreaterThan(2_000);
    await page.getByRole("button", { name: "Previous change" }).click();
    expect(await tinted()).toBeLessThan(300);
    await page.close();
  });

  it("draws a ring around each asset that is out", async () => {
    const { page } = await open();
    const dark = async () => {
      await page.waitForTimeout(300);
      // --loss-ring of tokens.css in the light theme.
      return countPixels(page, await page.getByTestId("stage").screenshot(), [0x1a, 0x20, 0x26], 8);
    };
    await loseP1(page);
    const two = await dark();
    for (let step = 0; step < 4; step++) await page.getByRole("button", { name: "Next change" }).click();
    const seven = await dark();
    expect(seven - two).toBeGreaterThan(5 * 40);
    await page.close();
  });

  it("opens a link as it was left, and reports what is wrong with it", async () => {
    const first = await open();
    await loseP1(first.page);
    await first.page.getByRole("button", { name: "Next change" }).click();
    await first.page.getByRole("button", { name: "Closer" }).click();
    await first.page.waitForTimeout(800);
    const link = new URL(first.page.url()).hash.slice(1);
    await first.page.close();

    const again = await open({ link });
    await again.page.getByTestId("hour-text").waitFor();
    expect(await hourText(again.page)).toBe("hour 4: 4 assets, 2 States");
    expect(await again.page.getByTestId("inspected").textContent()).toBe("Arlenia power plant");
    await again.page.waitForTimeout(800);
    expect(new URL(again.page.url()).hash.slice(1)).toBe(link);
    await again.page.close();

    const broken = await open({ link: "v=1&d=golden&h=soon&w=globe" });
    await broken.page.getByText("The link's hour cannot be read").waitFor();
    await broken.page.getByText("The link's view cannot be read").waitFor();
    await broken.page.close();
  });

  it("says what is wrong with a scenario file and runs a right one", async () => {
    const { page } = await open();
    const file = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    const input = page.locator("input[type=file]");
    await input.setInputFiles(file("broken.json", "{"));
    await page.getByText("broken.json cannot be read as JSON").waitFor();
    const scenario = { id: "two", title: "Two plants", horizonHours: 50, shocks: [{ select: { ids: ["P9"] } }] };
    await input.setInputFiles(file("unknown.json", JSON.stringify(scenario)));
    await page.getByRole("alert").getByText("P9").first().waitFor();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    scenario.shocks[0] = { select: { ids: ["P2"] } };
    await input.setInputFiles(file("right.json", JSON.stringify(scenario)));
    await page.getByRole("heading", { name: "Two plants" }).waitFor();
    await page.close();
  });

  it.each([false, true])("has no serious accessibility findings (dark: %s)", async (dark) => {
    const { page } = await open({ dark });
    expect(await seriousFindings(page)).toEqual([]);
    await loseP1(page);
    await page.getByTestId("why").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("tab", { name: "Ranking" }).click();
    await page.getByRole("button", { name: "Rank all assets" }).click();
    await page.getByTestId("ranking").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("radio", { name: "Table" }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });

  it("keeps pictures for people: map, network, dark, narrow", async () => {
    for (const [name, options] of [
      ["map", {}],
      ["dark", { dark: true }],
      ["narrow", { width: 900 }],
    ] as const) {
      const { page } = await open(options);
      await loseP1(page);
      for (let step = 0; step < 4; step++) await page.getByRole("button", { name: "Next change" }).click();
      await page.waitForTimeout(800);
      expect((await keepPicture(page, `golden-${name}`)).length).toBeGreaterThan(10_000);
      if (name === "map") {
        await page.keyboard.press("g");
        await page.getByText("Arranging the network").waitFor({ state: "detached" });
        await page.waitForTimeout(800);
        expect((await keepPicture(page, "golden-network")).length).toBeGreaterThan(10_000);
      }
      await page.close();
    }
  });

  it("shows the tables where there is no WebGL", async () => {
    const plain = await launchBrowser(["--disable-gpu", "--disable-3d-apis"]);
    const { page } = await openPage(plain, service.address(), { link: "v=1&d=golden" });
    await page.getByText("This browser offers no WebGL").waitFor();
    expect(await page.getByTestId("assets-table").locator("tbody tr").count()).toBe(10);
    await plain.close();
  });
});
