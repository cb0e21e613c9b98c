import type { DatasetDescription } from "../../analyzer/index.ts";
import { stateName } from "../../datasets/states.ts";

/** The name of a State: as the dataset calls it, else its English name, else its code. */
export function stateTitle(code: string, { states = [] }: DatasetDescription): string {
  return states.find((state) => state.code === code)?.name ?? stateName(code) ?? code;
}
