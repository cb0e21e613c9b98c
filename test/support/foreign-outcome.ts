import type { Issue } from "../../analyzer/index.ts";
import type { ForeignOptions } from "../../datasets/formats/foreign/read-foreign.ts";
import type { ReadOutcome } from "../../datasets/formats/read-dataset.ts";

/** What a file of somebody else's grid, places alone, lacks to be a dataset. */
export const asGrid: Pick<ForeignOptions, "retrieved" | "description" | "mapping"> = {
  retrieved: "2026-01-01",
  description: { licence: "CC0-1.0" },
  mapping: {
    assets: { constants: { sector: "energy", kind: "substation", states: "DE" } },
    connections: { constants: { commodity: "electricity" } },
  },
};

/** The issues of one code. */
export function told({ issues }: Pick<ReadOutcome, "issues">, code: string): Issue[] {
  return issues.filter((issue) => issue.code === code);
}

export function codesOf({ issues }: Pick<ReadOutcome, "issues">): string[] {
  return issues.map(({ code }) => code);
}
