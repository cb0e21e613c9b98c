import type { Browser, Page } from "playwright-core";
import { startService } from "../../api/server.ts";
import { buildScreen } from "../journeys/open-service.ts";
import { launchBrowser } from "../support/browser.ts";
import { type BenchRow, measure } from "./measure.ts";

const longMs = 90_000;
/** A page without its picture has a handful of colours. */
const fewestColours = 60;

/**
 * From the address typed in a fresh browser profile until the page with the dataset's picture is on the screen: told assets,
 * a stage, and two frames drawn. The picture is then looked at: an empty one voids the row.
 */
export async function firstDrawingRow(store: string, datasetId: string): Promise<BenchRow> {
  await buildScreen();
  const settings = { store, host: "127.0.0.1", port: 0, threads: 1 };
  const service = await startService(settings, (text) => process.stderr.write(`${text}\n`));
  let browser: Browser | undefined;
  try {
    const open = (browser = await launchBrowser());
    const address = `${service.address}/#v=1&d=${datasetId}`;
    return await measure(
      { name: "first drawing of the page", runs: 5, floor: 5000, countsCpu: false, about: (sum) => sum },
      () => draw(open, address),
    );
  } finally {
    await browser?.close();
    await service.close();
  }
}

/** Gives what the page says it has drawn. */
async function draw(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  try {
    await page.goto(address);
    await page.getByTestId("stage").waitFor({ timeout: longMs });
    const drawn = await page.getByTestId("status-bar").locator("span").first().textContent({ timeout: longMs });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return drawn ?? "nothing";
  } finally {
    await page.close();
  }
}
