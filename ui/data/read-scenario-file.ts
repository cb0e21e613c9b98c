import type { Scenario } from "../../analyzer/index.ts";

/** A scenario of any real use is a few kilobytes; a larger file was chosen by mistake. */
const mostBytes = 5_000_000;

/** Reads a file as JSON. What is in it is checked by the analyzer, which names what it refuses. */
export async function readScenarioFile(
  file: File,
): Promise<{ readonly scenario: Scenario } | { readonly fault: string }> {
  if (file.size > mostBytes) return { fault: `${file.name} is larger than 5 MB: is it a scenario?` };
  try {
    const value: unknown = JSON.parse(await file.text());
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("it holds no object");
    return { scenario: value as Scenario };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: `${file.name} cannot be read as JSON: ${reason}` };
  }
}
