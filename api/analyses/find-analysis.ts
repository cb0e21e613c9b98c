import { type Analysis, catalogue } from "../../analyzer/index.ts";

/** The entry of the catalogue, null for none. */
export function findAnalysis(id: string): Analysis | null {
  return catalogue.find((candidate) => candidate.id === id) ?? null;
}
