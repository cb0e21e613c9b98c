import { Type, type TSchema } from "typebox";
import { list, nullable } from "./reference.ts";

const runReference = Type.Object({
  id: Type.String(),
  dataset: Type.Object({
    id: Type.String(),
    version: Type.String(),
    hash: Type.String(),
    revision: nullable(Type.Integer({ minimum: 1 })),
  }),
  analysis: Type.String(),
  engine: Type.String(),
  startedAt: Type.String({ format: "date-time" }),
  resultHash: Type.String(),
});

const counts = Type.Object({ added: Type.Integer(), removed: Type.Integer(), changed: Type.Integer() });

const datasetRows = Type.Object({
  rows: nullable(Type.Object({ assets: counts, dependencies: counts, connections: counts })),
  description: nullable(Type.Boolean({ description: "Whether dataset.json changed" })),
  unknown: nullable(Type.String({ description: "Why a side cannot be had any more" })),
});

const fields = list(
  Type.Object({
    pointer: Type.String({ description: "JSON Pointer" }),
    a: Type.Optional(Type.Unknown({ description: "Left out where there is no such part" })),
    b: Type.Optional(Type.Unknown()),
  }),
);

const sets = Type.Object({ onlyA: list(Type.String()), onlyB: list(Type.String()) });

const overlays = Type.Object({
  onlyA: list(Type.String()),
  onlyB: list(Type.String()),
  changed: list(Type.String({ description: "In both, with other content" })),
  reordered: Type.Boolean(),
});

const differences = Type.Object({
  figures: list(
    Type.Object({
      name: Type.String({ description: "Joined by dots; ends in the unit" }),
      a: nullable(Type.Number()),
      b: nullable(Type.Number()),
      change: nullable(Type.Number({ description: "b - a" })),
    }),
  ),
  disrupted: nullable(sets),
  statesReached: nullable(sets),
  ranks: nullable(
    list(Type.Object({ id: Type.String(), a: nullable(Type.Integer()), b: nullable(Type.Integer()) }), {
      description: "Of the first 20 of either side",
    }),
  ),
});

export const RunDifferenceSchema = Type.Object(
  {
    a: runReference,
    b: runReference,
    inputs: Type.Object({
      same: Type.Boolean(),
      dataset: nullable(datasetRows),
      analysis: pair(Type.String()),
      scenario: fields,
      parameters: fields,
      overlays: nullable(overlays),
      seed: pair(nullable(Type.Integer())),
      engine: pair(Type.String()),
    }),
    results: Type.Object({
      same: Type.Boolean({ description: "Their hashes are the same" }),
      differences: nullable(differences),
      unknown: nullable(Type.String({ description: "Why they cannot be compared" })),
    }),
  },
  { $id: "RunDifference", description: "What differs between two runs; null and empty lists where nothing does" },
);

function pair<T extends TSchema>(of: T) {
  return nullable(Type.Object({ a: of, b: of }));
}
