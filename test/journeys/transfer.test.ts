import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fileSetFromBytes } from "../../datasets/formats/index.ts";
import { foreignFormats, readForeign } from "../../datasets/formats/foreign/index.ts";
import { browserMissing } from "../support/browser.ts";
import { keepPicture } from "./open-page.ts";
import { seriousFindings } from "./serious-findings.ts";
import { useService } from "./use-service.ts";

/** Headers of somebody else, a kind left to be said, and one capacity in GW. */
const plants = `Code;Facility;Country;Longitude;Latitude;Installed capacity;Note
A;North;DE;10.1;53.5;400;old
B;South;DE;11.2;48.3;520;
C;West;FR;2.3;48.8;610;new
D;East;PL;21.0;52.2;700;
E;Hill;AT;14.3;47.9;450;
F;Lake;CH;8.5;47.4;500;
G;Coast;NL;4.3;52.0;640;
H;Plain;HU;19.1;47.5;0.58;in GW
`;

const dialog = (page: Page) => page.getByRole("dialog", { name: "Import a dataset" });

async function chooseFile(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole("button", { name: "Import a dataset" }).click();
  await dialog(page).getByRole("button", { name: "Choose a file" }).waitFor();
  await dialog(page)
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await dialog(page).getByTestId("import-counts").waitFor();
}

describe.skipIf(browserMissing() !== null)("bringing a dataset in and out on the screen", () => {
  const service = useService();
  const open = (options: { width?: number; dark?: boolean } = {}) => service.open({ link: "v=1&d=golden", ...options });
  const storedIds = async (page: Page): Promise<readonly string[]> => {
    const answer = await page.request.get(`${service.address()}/api/datasets`);
    return ((await answer.json()) as { datasets: { id: string }[] }).datasets.map(({ id }) => id);
  };

  it("imports a table with headers of others: told what it is, mended in place, all or nothing", async () => {
    const { page, outside, complaints } = await open();
    await chooseFile(page, "plants.csv", plants);
    const form = dialog(page);
    await form
      .getByText("CSV tables with a mapping or HXL tags (50% sure)", { exact: false })
      .first()
      .waitFor({ state: "attached" });
    expect(await form.getByTestId("import-counts").textContent()).toContain("8 assets");
    expect(await form.getByTestId("import-counts").textContent()).toContain("0 sectors");
    expect(await form.getByLabel("What Facility of assets fills").inputValue()).toBe("name");
    expect(await form.getByLabel("What Installed capacity of assets fills").inputValue()).toBe("capacity");
    const take = form.getByRole("button", { name: "Import all of it" });
    expect(await take.isDisabled()).toBe(true);
    expect(await form.getByTestId("import-issues").textContent()).toContain("LICENCE_MISSING");
    await keepPicture(page, "import-first");
    expect(await seriousFindings(page)).toEqual([]);

    await form.getByLabel("Licence").fill("CC0-1.0");
    await form.getByLabel("Title").fill("Their plants");
    expect(await form.locator("datalist option[value='power plant']").count()).toBe(1);
    await form.getByLabel(/^Sector of/u).fill("energy");
    await form.getByLabel(/^Kind of/u).fill("power plant");
    await form.getByText("It becomes the dataset plants.").waitFor();
    await form.getByTestId("import-issues").getByText("CAPACITY_WITHOUT_UNIT").waitFor();
    await form.getByLabel("Unit of 8 assets").fill("MW");
    await form.getByTestId("import-issues").getByText("CAPACITY_WITHOUT_UNIT").waitFor({ state: "detached" });
    // The one in GW among those in MW, with its row.
    await form
      .getByTestId("import-issues")
      .getByText(/row 9, Installed capacity/u)
      .waitFor();
    await form.getByLabel("What Note of assets fills").selectOption("left out");
    await form.getByText("Looking again.").waitFor({ state: "detached" });
    await keepPicture(page, "import-mended");
    expect(await storedIds(page)).not.toContain("plants");

    await take.click();
    await form.getByTestId("import-end").getByText("Their plants was imported as revision 1: 8 assets").waitFor();
    await keepPicture(page, "import-done");
    await form.getByRole("button", { name: "Open Their plants" }).click();
    await page.getByText("8 of 8 assets drawn").waitFor();
    const stored = (await (
      await page.request.get(`${service.address()}/api/datasets/plants/assets/A`)
    ).json()) as object;
    expect(stored).toMatchObject({ name: "North", kind: "power plant", capacity: 400, states: [{ state: "DE" }] });
    expect(JSON.stringify(stored)).not.toContain("old");
    expect([outside, complaints]).toEqual([[], []]);
    await page.close();
  });

  it("says that a file is nothing known, and writes nothing", async () => {
    const { page } = await open();
    await chooseFile(page, "notes.txt", "Dear all, the list follows.");
    const form = dialog(page);
    await form.getByTestId("import-issues").getByText("JSON_MALFORMED").waitFor();
    expect(await form.getByRole("button", { name: "Import all of it" }).isDisabled()).toBe(true);
    await form.getByRole("button", { name: "Another file" }).click();
    await form.getByRole("button", { name: "Choose a file" }).waitFor();
    expect(await storedIds(page)).not.toContain("notes");
    await page.close();
  });

  it("finds an import that goes on again after the page was closed, and cancels it", async () => {
    const rows = Array.from({ length: 300_000 }, (_, at) => `p${at},power plant,DE,energy`);
    const body = ["id,kind,states,sector", ...rows].join("\n");
    const about = encodeURIComponent(JSON.stringify({ licence: "CC0-1.0" }));
    const { page } = await open();
    const started = await page.request.post(
      `${service.address()}/api/imports?name=many.csv&format=csv&about=${about}`,
      {
        headers: { "X-Knockon": "1", "Content-Type": "application/octet-stream" },
        data: Buffer.from(body),
      },
    );
    expect(started.status()).toBe(202);
    await page.getByRole("button", { name: "Import a dataset" }).click();
    await dialog(page)
      .getByTestId("import-progress")
      .getByText(/many\.csv: [\d,]+ rows read/u)
      .waitFor();
    await keepPicture(page, "import-going");
    await dialog(page).getByRole("button", { name: "Cancel the import" }).click();
    await dialog(page)
      .getByText("The import of many.csv was cancelled. Nothing was written.")
      .waitFor({ timeout: 60_000 });
    expect(await storedIds(page)).not.toContain("many");
    await page.close();
  });

  it("exports in a format of others, after it said what that cannot hold", async () => {
    const { page, complaints } = await open();
    await page.getByRole("button", { name: "Export this dataset" }).click();
    const form = page.getByRole("dialog", { name: /^Export / });
    await form.getByText("Nothing is lost").waitFor();
    await form.getByText("Scenarios and overlays come with it").waitFor();
    await form.getByLabel("Format", { exact: true }).selectOption("graphml");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      form.getByRole("link", { name: /^Download golden\.graphml/u }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("golden.graphml");
    const bytes = await readFile(await download.path());
    const graphml = foreignFormats.find(({ id }) => id === "graphml");
    if (graphml === undefined) throw new Error("GraphML is no format any more");
    const { dataset } = await readForeign(fileSetFromBytes("golden.graphml", bytes), graphml, {
      retrieved: "2026-01-01",
    });
    expect([dataset?.description.id, dataset?.assets.length]).toEqual(["golden", 10]);
    await keepPicture(page, "export");
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("lists what is lost before the download, in the dark and on a narrow screen too", async () => {
    const { page } = await open({ dark: true, width: 420 });
    const base = `${service.address()}/api/datasets/plants`;
    const { revision } = (await (await page.request.get(base)).json()) as { revision: number };
    const edited = await page.request.post(`${base}/edits`, {
      headers: { "X-Knockon": "1", "If-Match": `"${revision}"` },
      data: { overlay: { id: "o", title: "Odd", change: [{ id: "A", name: "North \ufffe" }] } },
    });
    expect(edited.status()).toBe(201);
    await page.goto(`${service.address()}/#v=1&d=plants`);
    await page.reload();
    await page.getByRole("button", { name: "Export this dataset" }).click();
    const form = page.getByRole("dialog", { name: /^Export / });
    await form.getByLabel("Format", { exact: true }).selectOption("graphml");
    await form.getByTestId("losses").getByText("assets.name").waitFor();
    await keepPicture(page, "export-lost-dark-narrow");
    await form.getByRole("button", { name: "Close" }).click();
    await chooseFile(page, "plants.csv", plants);
    await keepPicture(page, "import-dark-narrow");
    await page.close();
  });
});
