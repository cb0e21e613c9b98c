import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { buildScreen, type OpenService, openService } from "./open-service.ts";
import { type OpenPage, openPage, type PageOptions } from "./open-page.ts";

/** A service and a browser that are there while the tests of a group run. */
interface UsedService {
  /** Where the service is; known once the tests run. */
  address(): string;
  open(options?: PageOptions): Promise<OpenPage>;
}

/** Opens the service and a browser before the tests of a group and closes both after them. */
export function useService(): UsedService {
  let service: OpenService;
  let browser: Browser;

  beforeAll(async () => {
    await buildScreen();
    service = await openService();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  return {
    address: () => service.address,
    open: (options) => openPage(browser, service.address, options),
  };
}
