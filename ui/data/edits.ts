import type { EditReport, OverlayFile, StepReport } from "./api-types.ts";
import { client, unwrap } from "./client.ts";

const seen = (revision: number) => ({ "if-match": `"${revision}"` });

/** Applies an overlay on top of a revision that was seen. An `ApiError` tells what is wrong (422) or was written since (412). */
export function editDataset(
  datasetId: string,
  revision: number,
  overlay: OverlayFile,
  why?: string,
): Promise<EditReport> {
  return unwrap(
    client.POST("/api/datasets/{datasetId}/edits", {
      params: { path: { datasetId }, header: seen(revision) },
      body: { overlay, ...(why === undefined ? {} : { why }) },
    }),
  );
}

/** Takes the last write back, or does it again. */
export function stepDataset(datasetId: string, revision: number, step: "undo" | "redo"): Promise<StepReport> {
  const options = { params: { path: { datasetId }, header: seen(revision) }, body: {} };
  return unwrap(
    step === "undo"
      ? client.POST("/api/datasets/{datasetId}/undo", options)
      : client.POST("/api/datasets/{datasetId}/redo", options),
  );
}
