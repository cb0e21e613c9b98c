import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axePath = "node_modules/axe-core/axe.min.js";

/** Serious and critical findings of axe-core, as "rule: element". */
export async function seriousFindings(page: Page): Promise<string[]> {
  // As an injected script the content policy would refuse it; evaluated by the test it is no part of the page.
  await page.evaluate(await readFile(axePath, "utf8"));
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
