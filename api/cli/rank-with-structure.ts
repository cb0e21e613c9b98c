import type { RankResult, StructureResult } from "../../analyzer/index.ts";

/** A scan whose rows carry the structural baselines beside the consequences. */
export type RankWithStructure = Omit<RankResult, "rows"> & {
  readonly rows: readonly (RankResult["rows"][number] & Partial<Omit<StructureResult["rows"][number], "id">>)[];
};

/** Joins the two by asset; a row without structure stays as it is. Linear. */
export function withStructure(ranked: RankResult, structure: StructureResult): RankWithStructure {
  const byId = new Map(structure.rows.map(({ id, ...node }) => [id, node]));
  return { ...ranked, rows: ranked.rows.map((row) => ({ ...row, ...byId.get(row.id) })) };
}
