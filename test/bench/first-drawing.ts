import type { Browser, Page } from "playwright-core";
import { startService } from "../../api/server.ts";
import { buildScreen } from "../journeys/open-service.ts";
import { launchBrowser } from "../support/browser.ts";
import { pictureColours } from "../support/picture-colours.ts";
import { type BenchRow, measure } from "./measure.ts";

const longMs = 90_000;
/** Sectors, borders and labels make hundreds of colours; a page without its picture has a handful. */
const fewestColours = 100;

/**
 * From the address typed in a fresh profile until the picture of the dataset is on the screen: the page says what it has drawn
 * and two more frames have passed. Afterwards the picture is looked at: an empty one throws.
 */
export async function firstDrawingRow(store: string, datasetId: string): Promise<BenchRow> {
  await buildScreen();
  const settings = { store, host: "127.0.0.1", port: 0, threads: 1 };
  const service = await startService(settings, (text) => process.stderr.write(`${text}\n`));
  let browser: Browser | undefined;
  try {
    const open = (browser = await launchBrowser());
    const address = `${service.address}/#v=1&d=${datasetId}`;
    const plan = { name: "first drawing of the page", runs: 5, floor: 5000, countsCpu: false };
    const row = await measure({ ...plan, about: (drawn) => drawn }, () => onPage(open, (page) => draw(page, address)));
    const colours = await onPage(open, async (page) => {
      await draw(page, address);
      return (await pictureColours(page, await page.getByTestId("stage").screenshot())).size;
    });
    if (colours < fewestColours) throw new Error(`the picture is empty: it has ${colours} colours`);
    return row;
  } finally {
    await browser?.close();
    await service.close();
  }
}

/** A page of a profile of its own: nothing is in its cache. */
async function onPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Opens the address and gives what the page says it has drawn, once it has. */
async function draw(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.getByTestId("stage").waitFor({ timeout: longMs });
  const drawn = await page.getByTestId("status-bar").locator("span").first().textContent({ timeout: longMs });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return drawn ?? "";
}
