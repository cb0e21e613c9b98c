import { Type } from "typebox";
import {
  consequences,
  type RankComparison,
  type RankResult,
  type RunComparison,
  type RunResult,
} from "../../../analyzer/index.ts";
import { ScenarioSchema } from "./document.ts";
import { list, nullable, oneOf, reference } from "./reference.ts";

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

/** Where assets stand in the graph, whatever they do. */
export const StructureResultSchema = Type.Object(
  {
    kind: Type.Literal("structure"),
    rows: list(
      Type.Object({
        id: Type.String(),
        degree: Type.Integer(),
        betweenness: Type.Number(),
        pageRank: Type.Number(),
      }),
    ),
  },
  { $id: "StructureResult" },
);

export const ResultSchema = Type.Union(
  [
    reference(RunResultSchema),
    reference(RankResultSchema),
    reference(RunComparisonSchema),
    reference(RankComparisonSchema),
    reference(StructureResultSchema),
  ],
  { $id: "Result" },
);
