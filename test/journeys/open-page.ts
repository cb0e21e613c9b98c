import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { pictureColours } from "../support/picture-colours.ts";
import { projectFolder } from "./open-service.ts";

export interface OpenPage {
  readonly page: Page;
  /** Requests that went anywhere else than to the service. */
  readonly outside: readonly string[];
  /** What the browser complained about: refused content, faults of scripts. */
  readonly complaints: readonly string[];
}

export interface PageOptions {
  readonly link?: string;
  readonly width?: number;
  readonly dark?: boolean;
}

/** A page of the service, watched for what it must not do. Motion is off, so that a picture is a picture. */
export async function openPage(browser: Browser, address: string, options: PageOptions = {}): Promise<OpenPage> {
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${address}/`) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
  });
  page.on("console", (message) => {
    // Software WebGL tells how slow it is; that is no fault of the page.
    if (message.type() === "error" && !message.text().includes("GPU stall")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${address}/${options.link ? `#${options.link}` : ""}`);
  await page.getByTestId("status-bar").waitFor({ timeout: 90_000 });
  return { page, outside, complaints };
}

/** Chooses an asset by typing into the search box. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press("/");
  await page.keyboard.type(text);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByTestId("inspector").waitFor();
}

/** A look for people, kept as test output. */
export async function keepPicture(page: Page, name: string): Promise<Buffer> {
  const folder = join(projectFolder, ".cache", "screenshots");
  await mkdir(folder, { recursive: true });
  return page.screenshot({ path: join(folder, `${name}.png`) });
}

/** How many pixels of a picture are within `near` of a colour (0..255 per channel). */
export async function countPixels(
  page: Page,
  picture: Buffer,
  wanted: readonly [number, number, number],
  near: number,
): Promise<number> {
  const colours = await pictureColours(page, picture);
  const isNear = (colour: number) =>
    [colour >> 16, (colour >> 8) & 0xff, colour & 0xff].every(
      (channel, index) => Math.abs(channel - (wanted[index] ?? 0)) <= near,
    );
  return [...colours].reduce((sum, [colour, count]) => (isNear(colour) ? sum + count : sum), 0);
}
