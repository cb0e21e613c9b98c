import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Static, Type } from "typebox";
import { hasErrors } from "../../../analyzer/index.ts";
import { parseOverlay } from "../../../datasets/formats/index.ts";
import { compareRevisions } from "../../history/compare-revisions.ts";
import { editDataset } from "../../history/edit-dataset.ts";
import type { WriteOptions } from "../../history/guarded-write.ts";
import { redoDataset, undoDataset } from "../../history/undo-dataset.ts";
import { withValidTimes } from "../../history/valid-times.ts";
import type { Caps } from "../caps.ts";
import { findDataset } from "../find-dataset.ts";
import { ProblemError } from "../problems.ts";
import { responses } from "../responses.ts";
import { revisionTag, seenRevision } from "../revision-tag.ts";
import {
  ChangesSchema,
  EditReportSchema,
  EditRequestSchema,
  StepReportSchema,
  StepRequestSchema,
} from "../schemas/history.ts";
import { idParameter, word } from "../schemas/parameters.ts";
import { list, reference } from "../schemas/reference.ts";
import { ValidRevisionSchema } from "../schemas/revision.ts";
import type { Services } from "../services.ts";

const datasetParameters = Type.Object({ datasetId: idParameter });

const changesQuery = Type.Object(
  {
    from: word("Revision, date (its end in UTC) or time"),
    to: Type.Optional(word("Likewise; left out: the last revision")),
  },
  { additionalProperties: false },
);

const seen = Type.Object({
  "if-match": Type.Optional(
    Type.String({ maxLength: 200, description: 'Needed: the revision you have seen, as its ETag: "3"' }),
  ),
});

const steps = [
  { kind: "undo", write: undoDataset, summary: "Bring back what a dataset held before its last import or edit" },
  { kind: "redo", write: redoDataset, summary: "Bring back what was undone last" },
] as const;

/** The history of a dataset: who wrote what, what changed, and writing on top of a revision that was seen. */
export function revisionRoutes(services: Services, caps: Caps): FastifyPluginAsyncTypebox {
  const { store } = services;
  const writing = (ifMatch: string | undefined, why: string | undefined): WriteOptions => ({
    by: "local",
    at: services.now().toISOString(),
    expectedRevision: seenRevision(ifMatch),
    ...(why === undefined ? {} : { why }),
  });

  return async (app) => {
    app.get(
      "/datasets/:datasetId/revisions",
      {
        schema: {
          operationId: "listRevisions",
          tags: ["history"],
          summary: "Every write of a dataset, the first one first: who, when, why, and how long it was valid",
          params: datasetParameters,
          response: responses({ 200: Type.Object({ revisions: list(reference(ValidRevisionSchema)) }) }, 404),
        },
      },
      async ({ params }) => {
        await findDataset(store, params.datasetId);
        return { revisions: withValidTimes(await store.revisions(params.datasetId)) };
      },
    );

    app.get(
      "/datasets/:datasetId/changes",
      {
        schema: {
          operationId: "getChanges",
          tags: ["history"],
          summary: "What differs between two revisions, row by row and counted",
          params: datasetParameters,
          querystring: changesQuery,
          response: responses({ 200: reference(ChangesSchema) }, 404),
        },
      },
      async ({ params, query }) => {
        await findDataset(store, params.datasetId);
        return compareRevisions(store, params.datasetId, query.from, query.to);
      },
    );

    app.post(
      "/datasets/:datasetId/edits",
      {
        bodyLimit: caps.documentBytes,
        schema: {
          operationId: "editDataset",
          tags: ["history"],
          summary: "Apply an overlay to a dataset for good, whole or not at all",
          params: datasetParameters,
          headers: seen,
          body: reference(EditRequestSchema),
          response: responses(
            { 200: reference(EditReportSchema), 201: reference(EditReportSchema) },
            404,
            409,
            412,
            413,
            415,
            422,
            428,
          ),
        },
      },
      async ({ params: { datasetId }, headers, body }, reply) => {
        await findDataset(store, datasetId);
        const options = writing(headers["if-match"], body.why);
        const report = await edit(services, caps, datasetId, body.overlay, options);
        return reply
          .code(report.changed ? 201 : 200)
          .header("etag", revisionTag(report))
          .send(report);
      },
    );

    for (const { kind, write, summary } of steps) {
      app.post(
        `/datasets/:datasetId/${kind}`,
        {
          schema: {
            operationId: `${kind}Dataset`,
            tags: ["history"],
            summary,
            params: datasetParameters,
            headers: seen,
            body: reference(StepRequestSchema),
            response: responses({ 201: reference(StepReportSchema) }, 404, 409, 412, 413, 415, 428),
          },
        },
        async ({ params: { datasetId }, headers, body }, reply) => {
          await findDataset(store, datasetId);
          const outcome = await write(store, datasetId, writing(headers["if-match"], body?.why));
          return reply
            .code(201)
            .header("etag", revisionTag(outcome))
            .send({ id: datasetId, ...outcome });
        },
      );
    }
  };
}

async function edit(
  { store }: Services,
  caps: Caps,
  id: string,
  body: unknown,
  options: WriteOptions,
): Promise<Static<typeof EditReportSchema>> {
  const { overlay, issues: faults } = parseOverlay(body, await store.description(id), "overlay");
  if (overlay === null || hasErrors(faults))
    throw new ProblemError("OVERLAY_REFUSED", undefined, faults.slice(0, caps.issues));
  const outcome = await editDataset(store, id, { overlay, ...options });
  const issues = outcome.issues.slice(0, caps.issues);
  if (outcome.kind === "refused")
    throw new ProblemError(outcome.refused === "overlay" ? "OVERLAY_REFUSED" : "DATASET_REFUSED", undefined, issues);
  const { changed, revision, hash, raised } = outcome;
  return { id, changed, revision, hash, issues, raised: raised.slice(0, caps.issues) };
}
