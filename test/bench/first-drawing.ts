import type { Browser, Page } from "playwright-core";
import { startService } from "../../api/server.ts";
import { buildScreen } from "../journeys/open-service.ts";
import { launchBrowser } from "../support/browser.ts";
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
      return countColours(page, await page.getByTestId("stage").screenshot());
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

/** Different colours of a picture, counted by the browser itself. */
function countColours(page: Page, picture: Buffer): Promise<number> {
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    const { buffer } = context.getImageData(0, 0, image.width, image.height).data;
    return new Set(new Uint32Array(buffer)).size;
  }, picture.toString("base64"));
}
