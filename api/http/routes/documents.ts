import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type TSchema, Type } from "typebox";
import { hasErrors, type Issue } from "../../../analyzer/index.ts";
import type { SourceDocument } from "../../dataset-source.ts";
import { withoutNamesakes } from "../../documents-beside.ts";
import type { DocumentKind } from "../../store/store.ts";
import { statedText } from "../../stated-text.ts";
import type { Caps } from "../caps.ts";
import { findDataset } from "../find-dataset.ts";
import { type ProblemCode, ProblemError } from "../problems.ts";
import { responses } from "../responses.ts";
import { idParameter } from "../schemas/parameters.ts";
import { list, reference } from "../schemas/reference.ts";
import type { Services } from "../services.ts";

/** What sets scenarios and overlays apart. `check` reads a body as a file of that kind and returns what is wrong with it. */
export interface DocumentResource {
  readonly kind: DocumentKind;
  readonly path: "scenarios" | "overlays";
  readonly name: "Scenario" | "Overlay";
  readonly notFound: ProblemCode;
  readonly refused: ProblemCode;
  readonly body: TSchema;
  readonly document: TSchema;
  check(body: unknown, datasetId: string): Promise<readonly Issue[]>;
}

const datasetParameters = Type.Object({ datasetId: idParameter });
const documentParameters = Type.Object({ datasetId: idParameter, documentId: idParameter });

const asDocument = ({ id, body, story }: SourceDocument, shipped: boolean) => {
  const title = statedText(body, "title") ?? id;
  if (story === undefined) return { id, title, shipped, body };
  const { text, lookAt, assets, reaches, byHours } = story;
  return { id, title, shipped, story: { text, lookAt, assets, reaches, byHours }, body };
};

/** Scenarios or overlays of a dataset: own ones in the store, and those shipped with a bundled dataset. */
export function documentRoutes(services: Services, caps: Caps, resource: DocumentResource): FastifyPluginAsyncTypebox {
  const { store, shipped } = services;
  const { kind, name, path } = resource;
  const address = `/datasets/:datasetId/${path}`;

  const all = async (datasetId: string) => {
    await findDataset(store, datasetId);
    const own = await store.documents(datasetId, kind);
    const others = withoutNamesakes(await shipped.documents(datasetId, kind), own);
    const documents = [...own.map((each) => asDocument(each, false)), ...others.map((each) => asDocument(each, true))];
    return documents.sort((a, b) => (a.id < b.id ? -1 : 1));
  };

  const find = async (datasetId: string, documentId: string) => {
    const found = (await all(datasetId)).find(({ id }) => id === documentId);
    if (found !== undefined) return found;
    throw new ProblemError(resource.notFound, `Dataset "${datasetId}" has no ${kind} "${documentId}".`);
  };

  const refuseErrors = async (body: unknown, datasetId: string, documentId: string) => {
    const issues = await resource.check(body, datasetId);
    if (hasErrors(issues)) throw new ProblemError(resource.refused, undefined, issues.slice(0, caps.issues));
    const id = statedText(body, "id");
    if (id === documentId) return;
    throw new ProblemError("DOCUMENT_ID_MISMATCH", `The address says "${documentId}", the body "${id}".`);
  };

  return async (app) => {
    app.get(
      address,
      {
        schema: {
          operationId: `list${name}s`,
          tags: [path],
          summary: `All ${path} of a dataset, with those shipped with it`,
          params: datasetParameters,
          response: responses({ 200: Type.Object({ [path]: list(reference(resource.document)) }) }, 404),
        },
      },
      async ({ params }) => ({ [path]: await all(params.datasetId) }),
    );

    app.get(
      `${address}/:documentId`,
      {
        schema: {
          operationId: `get${name}`,
          tags: [path],
          summary: `One ${kind}`,
          params: documentParameters,
          response: responses({ 200: reference(resource.document) }, 404),
        },
      },
      ({ params }) => find(params.datasetId, params.documentId),
    );

    app.put(
      `${address}/:documentId`,
      {
        bodyLimit: caps.documentBytes,
        // The reader of these files says more than the schema could, with a code for each issue; the id has to equal the body's.
        validatorCompiler: () => () => true,
        schema: {
          operationId: `put${name}`,
          tags: [path],
          summary: `Save a ${kind}, in place of an own one of that id`,
          params: documentParameters,
          body: reference(resource.body),
          response: responses({ 200: reference(resource.document) }, 404, 409, 413, 415, 422),
        },
      },
      async ({ params, body }) => {
        await findDataset(store, params.datasetId);
        await refuseErrors(body, params.datasetId, params.documentId);
        await store.saveDocument(params.datasetId, kind, params.documentId, body);
        return asDocument({ id: params.documentId, body }, false);
      },
    );

    app.delete(
      `${address}/:documentId`,
      {
        schema: {
          operationId: `remove${name}`,
          tags: [path],
          summary: `Remove an own ${kind}`,
          params: documentParameters,
          response: responses({ 204: Type.Null() }, 404, 409),
        },
      },
      async ({ params }, reply) => {
        const document = await find(params.datasetId, params.documentId);
        if (document.shipped) throw new ProblemError("DOCUMENT_SHIPPED");
        await store.removeDocument(params.datasetId, kind, params.documentId);
        return reply.code(204).send(null);
      },
    );
  };
}
