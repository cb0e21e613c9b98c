import { existsSync, readFileSync } from "node:fs";

/**
 * A file of reference values, or null where the folder is not there; what is skipped for that is said once.
 *
 * @param what is skipped without it, in words
 */
export function referenceValues(name: string, what: string): unknown {
  const file = new URL(`../../../shared/reference-values/${name}`, import.meta.url);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  console.warn(`skipped: ${what}, because ${file.pathname} does not exist`);
  return null;
}
