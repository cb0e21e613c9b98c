import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const path = process.env.KNOCKON_CHROMIUM ?? "/usr/bin/chromium";
const requireAll = process.env.KNOCKON_REQUIRE_ALL === "1";

/** Software rendering, no sandbox (containers have none to give), and none of a browser's own talk with the outside. */
const flags = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Why journeys cannot run here, or null. Under KNOCKON_REQUIRE_ALL=1 a missing browser is a failure instead. */
export function browserMissing(): string | null {
  if (existsSync(path)) return null;
  const reason = `no Chromium at ${path}: install it, or name another with KNOCKON_CHROMIUM`;
  if (requireAll) throw new Error(reason);
  process.stderr.write(`SKIPPED journeys: ${reason}\n`);
  return reason;
}

/** Starts the system's Chromium; the caller closes it. */
export function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: [...flags, ...extraFlags], timeout: 90_000 });
}
