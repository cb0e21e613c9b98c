import { Type } from "typebox";
import {
  catalogue,
  consequences,
  type RankComparison,
  type RankResult,
  type RunComparison,
  type RunResult,
  scanMethods,
  type StructureResult,
} from "../../../analyzer/index.ts";
import { ScenarioSchema } from "./document.ts";
import { nullable, oneOf, reference } from "./reference.ts";

const datasetReference = Type.Object({ id: Type.String(), version: Type.String(), hash: Type.String() });

const outage = Type.Object({
  fromHours: Type.Number(),
  toHours: Type.Number(),
  level: Type.Number(),
  cause: Type.Union([
    Type.Unsafe<"shock">({ type: "string", enum: ["shock"] }),
    Type.Object({ group: Type.String(), provider: Type.String() }),
  ]),
});

const assetResult = Type.Object({
  id: Type.String(),
  outages: Type.Array(outage),
  outageHours: Type.Number(),
  minLevel: Type.Number(),
  firstHours: Type.Number(),
  chain: Type.Array(Type.String()),
});

const totals = Type.Object({
  outageHours: Type.Number(),
  personHours: nullable(Type.Number()),
  assetsDisrupted: Type.Integer(),
  assetsDown: Type.Integer(),
  statesReached: Type.Integer(),
  foreignStatesReached: Type.Integer(),
  sectorsReached: Type.Integer(),
});

const stateResult = Type.Object({
  code: Type.String(),
  firstHours: nullable(Type.Number()),
  assetsDisrupted: Type.Integer(),
  outageHours: Type.Number(),
  personHours: nullable(Type.Number()),
});

const matrix = Type.Array(Type.Array(Type.Number()));

const zonesNow = Type.Object({
  hours: Type.Number(),
  metDemand: Type.Number(),
  zones: Type.Array(
    Type.Object({
      island: Type.Integer(),
      code: Type.String(),
      production: Type.Number(),
      demand: Type.Number(),
      share: Type.Number({ description: "Share of the demand that is met, 0..1" }),
    }),
  ),
  flows: Type.Array(
    Type.Object({
      island: Type.Integer(),
      from: Type.String(),
      to: Type.String(),
      amount: Type.Number(),
      capacity: nullable(Type.Number({ description: "null: nothing limits it" })),
      binds: Type.Boolean({ description: "Full, and a wider link would help a State that is short" }),
    }),
  ),
});

/** A network balanced State by State, before the shocks and when least demand was met. */
const zoneResult = Type.Object({
  commodity: Type.String(),
  sharing: oneOf(["own-first", "shared"]),
  before: zonesNow,
  worst: nullable(zonesNow),
});

/** What `run --json` prints. */
export const RunResultSchema = Type.Unsafe<RunResult>(
  Type.Object(
    {
      kind: Type.Literal("run"),
      engine: Type.String(),
      dataset: datasetReference,
      overlays: Type.Optional(Type.Array(Type.String())),
      scenario: reference(ScenarioSchema),
      horizonHours: Type.Number(),
      stopped: oneOf(["settled", "horizon", "steps"]),
      resultHash: Type.String(),
      assets: Type.Array(assetResult),
      totals,
      states: Type.Array(stateResult),
      stateMatrix: Type.Object({ codes: Type.Array(Type.String()), outageHours: matrix }),
      sectorMatrix: Type.Object({ sectors: Type.Array(Type.String()), outageHours: matrix }),
      stuck: Type.Array(Type.Array(Type.String())),
      zones: Type.Optional(Type.Array(zoneResult)),
      assumed: Type.Object({
        values: Type.Array(Type.Object({ id: Type.String(), attribute: Type.String() })),
        shareOfLoss: Type.Number(),
      }),
      warnings: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
    },
    { $id: "RunResult" },
  ),
);

const rankRow = Type.Object({
  rank: Type.Integer(),
  id: Type.String(),
  outageHours: Type.Number(),
  personHours: nullable(Type.Number()),
  foreignOutageHours: Type.Number(),
  assetsDisrupted: Type.Integer(),
  statesReached: Type.Integer(),
  foreignStatesReached: Type.Integer(),
  sectorsReached: Type.Integer(),
});

/** What `rank --json` prints. */
export const RankResultSchema = Type.Unsafe<RankResult>(
  Type.Object(
    {
      kind: Type.Literal("rank"),
      by: oneOf(consequences),
      hours: Type.Number(),
      horizonHours: Type.Number(),
      methods: Type.Object(Object.fromEntries([...scanMethods, "bounded"].map((method) => [method, Type.Integer()])), {
        description: "How many assets were worked out which way; bounded: kept from the rows by a bound",
      }),
      rows: Type.Array(rankRow),
    },
    { $id: "RankResult" },
  ),
);

const difference = {
  before: nullable(Type.Number()),
  after: nullable(Type.Number()),
  change: nullable(Type.Number({ description: "after - before" })),
};
const differenceSchema = Type.Object(difference);

/** What a change set does to one scenario. */
export const RunComparisonSchema = Type.Unsafe<RunComparison>(
  Type.Object(
    {
      kind: Type.Literal("compare"),
      of: Type.Literal("run"),
      before: reference(RunResultSchema),
      after: reference(RunResultSchema),
      totals: Type.Record(Type.String(), differenceSchema),
      states: Type.Array(
        Type.Object({ code: Type.String(), outageHours: differenceSchema, firstHours: differenceSchema }),
      ),
      assets: Type.Array(Type.Object({ id: Type.String(), outageHours: differenceSchema })),
      worseStates: Type.Array(Type.String()),
      warnings: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
    },
    { $id: "RunComparison" },
  ),
);

/** What a change set does to a single-failure scan. */
export const RankComparisonSchema = Type.Unsafe<RankComparison>(
  Type.Object(
    {
      kind: Type.Literal("compare"),
      of: Type.Literal("rank"),
      by: oneOf(consequences),
      before: reference(RankResultSchema),
      after: reference(RankResultSchema),
      assets: Type.Array(Type.Object({ id: Type.String(), ...difference })),
    },
    { $id: "RankComparison" },
  ),
);

const structureRow = Type.Object({
  id: Type.String(),
  degree: Type.Integer(),
  betweenness: Type.Number(),
  crossBorderBetweenness: Type.Number({ description: "Over pairs that share no State" }),
  pageRank: Type.Number(),
  coreNumber: Type.Integer(),
  isArticulationPoint: Type.Boolean(),
  bridges: Type.Integer(),
  strongComponentSize: Type.Integer(),
  soleSupplier: nullable(Type.String()),
  soleSupplyOf: Type.Integer(),
});

const betweennessMethod = Type.Union([
  Type.Object({ method: Type.Literal("exact") }),
  Type.Object({
    method: Type.Literal("sampled"),
    samples: Type.Integer(),
    seed: Type.Integer(),
    confidence: Type.Number(),
    errorBound: Type.Number(),
  }),
]);

/** Where assets stand in the graph, whatever they do. */
export const StructureResultSchema = Type.Unsafe<StructureResult>(
  Type.Object(
    {
      kind: Type.Literal("structure"),
      betweenness: betweennessMethod,
      edges: Type.Integer(),
      bridges: Type.Integer(),
      blocks: Type.Integer(),
      rows: Type.Array(structureRow),
    },
    { $id: "StructureResult" },
  ),
);

const typedKinds = new Set(["run", "rank", "compare", "structure"]);

/** Results of the other analyses: what is in them, the catalogue says in words. */
export const OtherResultSchema = Type.Object(
  {
    kind: oneOf(
      catalogue.map(({ id }) => id).filter((id) => !typedKinds.has(id)),
      "The analysis that answered",
    ),
  },
  { $id: "OtherResult", additionalProperties: true },
);

export const ResultSchema = Type.Union(
  [
    reference(RunResultSchema),
    reference(RankResultSchema),
    reference(RunComparisonSchema),
    reference(RankComparisonSchema),
    reference(StructureResultSchema),
    reference(OtherResultSchema),
  ],
  { $id: "Result" },
);
