import { describe, expect, it } from "vitest";
import { browserMissing } from "../support/browser.ts";
import { keepPicture } from "./open-page.ts";
import { runCommand } from "./open-service.ts";
import { seriousFindings } from "./serious-findings.ts";
import { useService } from "./use-service.ts";

interface Listed {
  readonly scenarios: readonly {
    readonly id: string;
    readonly story?: { readonly text: string; readonly lookAt: string; readonly assets: readonly string[] };
  }[];
}

interface Credits {
  readonly licence: string;
  readonly credits: readonly { readonly title: string; readonly licence: string; readonly rows: number }[];
}

describe.skipIf(browserMissing() !== null)("Europe as it opens", () => {
  const service = useService();

  it("tells the story of a scenario before it is played, and what to look at afterwards", async () => {
    const listed = JSON.parse(await runCommand("scenarios", "europe", "--json")) as Listed;
    const { page, complaints } = await service.open();
    await page.getByTestId("stage").waitFor();
    await page.getByRole("button", { name: /more scenarios/ }).click();
    expect(await page.locator("[data-story]").count()).toBe(listed.scenarios.length);

    const last = listed.scenarios.at(-1);
    if (last?.story === undefined) throw new Error("The last scenario has no story.");
    const tell = page.locator(`[data-story="${last.id}"]`);
    await tell.click();
    const story = page.getByTestId("story");
    expect(await story.locator("p").first().textContent()).toBe(last.story.text);
    expect(await tell.getAttribute("aria-expanded")).toBe("true");
    expect(await page.getByTestId("run-summary").count(), "nothing is played by reading").toBe(0);
    const [asset = ""] = last.story.assets;
    await story.locator(`[data-asset="${asset}"]`).click();
    await page.getByTestId("inspector").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await keepPicture(page, "europe-story");

    await story.getByRole("button", { name: "Play it" }).click();
    const summary = page.getByTestId("run-summary");
    await summary.waitFor();
    expect(await summary.getByTestId("look-at").textContent()).toContain(last.story.lookAt);
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop), "only the panel scrolls").toBe(0);
    expect(await page.getByRole("heading", { name: "Knockon" }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("keeps the States' grids folded where a run leaves them whole, and shows them where it does not", async () => {
    const { page } = await service.open();
    await page.getByTestId("stage").waitFor();
    await page.getByRole("button", { name: /more scenarios/ }).click();
    const zonesOf = async (scenario: string) => {
      await page.locator(`[data-scenario="${scenario}"]`).click();
      await page.getByTestId("run-summary").waitFor();
      const title = await page.locator(`[data-scenario="${scenario}"]`).textContent();
      await page.locator("#run-title", { hasText: title ?? "" }).waitFor();
      return page.getByTestId("zones").evaluateAll((zones) => zones.map((zone) => zone.hasAttribute("open")));
    };
    expect(await zonesOf("gotthard-derailment")).toEqual([false, false]);
    expect(await zonesOf("french-reactors-cold-week")).toEqual([true, false]);
    const first = page.getByTestId("zone-states").first().locator("tbody tr").first();
    expect(["AD", "FR", "JE", "MC"]).toContain(await first.getAttribute("data-state"));
    await page.close();
  });

  it("lists every source with licence, credit and rows behind one door, for any dataset", async () => {
    for (const dataset of ["europe", "golden"]) {
      const { page, outside } = await service.open({ link: `v=1&d=${dataset}`, dark: dataset === "golden" });
      await page.getByRole("button", { name: "Credits and licences" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Sources of this dataset").waitFor();
      const answer = await page.request.get(`${service.address()}/api/datasets/${dataset}/credits`);
      const { licence, credits } = (await answer.json()) as Credits;
      const text = (await dialog.textContent()) ?? "";
      expect(text).toContain(licence);
      for (const { title, licence: terms } of credits) {
        expect(text).toContain(title);
        expect(text).toContain(terms);
      }
      const rows = await dialog
        .locator("[data-rows]")
        .evaluateAll((all) => all.map((row) => Number(row.getAttribute("data-rows"))));
      expect(rows).toEqual(credits.map((source) => source.rows));
      expect(text).toContain("Natural Earth");
      for (const link of await dialog.getByRole("link").all()) {
        expect(await link.getAttribute("rel")).toBe("noreferrer");
        expect(await link.getAttribute("target")).toBe("_blank");
      }
      expect(await seriousFindings(page)).toEqual([]);
      await keepPicture(page, `credits-${dataset}`);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(outside, "nothing is asked outside").toEqual([]);
      await page.close();
    }
  });
});
