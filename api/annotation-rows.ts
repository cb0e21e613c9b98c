import { Type } from "typebox";
import type { Issue } from "../analyzer/index.ts";
import { parseShape } from "../datasets/formats/index.ts";

/** What a result says of one asset, as properties: `values` are hours, levels and lists of ids, `counts` whole numbers. */
export interface AssetAnnotation {
  readonly id: string;
  readonly values: Readonly<Record<string, number | readonly string[]>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** A result that can be written onto the assets of a graph. */
export interface AnnotatedResult {
  readonly kind: "run" | "rank";
  /** The data it was made from, and its own hash, where it states them. */
  readonly dataset: { readonly id: string; readonly hash: string } | null;
  readonly resultHash: string | null;
  /** Whether overlays were applied, which may have added assets that the graph does not have. */
  readonly hasOverlays: boolean;
  readonly assets: readonly AssetAnnotation[];
}

const runSchema = Type.Object({
  kind: Type.Literal("run"),
  dataset: Type.Object({ id: Type.String(), hash: Type.String() }),
  overlays: Type.Optional(Type.Array(Type.String())),
  resultHash: Type.String(),
  assets: Type.Array(
    Type.Object({
      id: Type.String(),
      outages: Type.Array(Type.Object({ toHours: Type.Number() })),
      outageHours: Type.Number(),
      minLevel: Type.Number(),
      firstHours: Type.Number(),
      chain: Type.Array(Type.String()),
    }),
  ),
});

const rankSchema = Type.Object({
  kind: Type.Literal("rank"),
  rows: Type.Array(
    Type.Object({
      rank: Type.Integer(),
      id: Type.String(),
      outageHours: Type.Number(),
      personHours: Type.Union([Type.Number(), Type.Null()]),
      foreignOutageHours: Type.Number(),
      assetsDisrupted: Type.Integer(),
      statesReached: Type.Integer(),
      foreignStatesReached: Type.Integer(),
      sectorsReached: Type.Integer(),
    }),
  ),
});

const kindSchema = Type.Object({ kind: Type.Enum(["run", "rank"] as const) });

/**
 * Reads what `run --json` or `rank --json` printed. Of a run: `outage_hours`, `first_hours`, `until_hours` (hours),
 * `min_level` (0..1) and `chain` (ids from the shocked asset) of each disrupted asset. Of a ranking: `rank`, `outage_hours`,
 * `person_hours` (left out where unknown), `foreign_outage_hours`, `assets_disrupted`, `states_reached`,
 * `foreign_states_reached` and `sectors_reached` of each row.
 */
export function parseAnnotatedResult(
  value: unknown,
  file: string | null,
): { result: AnnotatedResult | null; issues: readonly Issue[] } {
  const { value: head, issues } = parseShape(kindSchema, value, file);
  if (head === null) return { result: null, issues };
  return head.kind === "run" ? parseRun(value, file) : parseRank(value, file);
}

function parseRun(value: unknown, file: string | null): ReturnType<typeof parseAnnotatedResult> {
  const { value: run, issues } = parseShape(runSchema, value, file);
  if (run === null) return { result: null, issues };
  const assets = run.assets.map(({ id, outages, outageHours, firstHours, minLevel, chain }): AssetAnnotation => {
    const until = outages.at(-1)?.toHours;
    const ended = until === undefined ? {} : { until_hours: until };
    const values = { outage_hours: outageHours, first_hours: firstHours, ...ended, min_level: minLevel, chain };
    return { id, values, counts: {} };
  });
  const { kind, dataset, resultHash, overlays = [] } = run;
  return { result: { kind, dataset, resultHash, hasOverlays: overlays.length > 0, assets }, issues: [] };
}

function parseRank(value: unknown, file: string | null): ReturnType<typeof parseAnnotatedResult> {
  const { value: ranking, issues } = parseShape(rankSchema, value, file);
  if (ranking === null) return { result: null, issues };
  const assets = ranking.rows.map(
    (row): AssetAnnotation => ({
      id: row.id,
      values: {
        outage_hours: row.outageHours,
        ...(row.personHours === null ? {} : { person_hours: row.personHours }),
        foreign_outage_hours: row.foreignOutageHours,
      },
      counts: {
        rank: row.rank,
        assets_disrupted: row.assetsDisrupted,
        states_reached: row.statesReached,
        foreign_states_reached: row.foreignStatesReached,
        sectors_reached: row.sectorsReached,
      },
    }),
  );
  return { result: { kind: ranking.kind, dataset: null, resultHash: null, hasOverlays: false, assets }, issues: [] };
}
