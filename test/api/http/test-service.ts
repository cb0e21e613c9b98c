/// <reference types="@fastify/swagger" />
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { Compile, type XSchema } from "typebox/schema";
import { expect } from "vitest";
import type { Dataset } from "../../../analyzer/index.ts";
import { libraryFolder, shippedDocuments, sourceFromPath } from "../../../api/dataset-source.ts";
import { type AppOptions, buildApp } from "../../../api/http/app.ts";
import type { Services } from "../../../api/http/services.ts";
import { noJobs } from "../../../api/jobs/no-jobs.ts";
import { MemoryStore } from "../../../api/store/memory.ts";

/** A fixed time, so that answers can be compared. */
export const testTime = "2026-01-02T03:04:05.000Z";

export async function libraryDataset(name: string): Promise<Dataset> {
  const { dataset } = await sourceFromPath(libraryFolder(name), "library");
  if (dataset === null) throw new Error(`the bundled dataset ${name} has errors`);
  return dataset;
}

/** A memory store that holds the golden dataset. */
export async function goldenStore(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.importDataset(await libraryDataset("golden"), { by: "test", at: testTime });
  return store;
}

export type TestRequest = InjectOptions & { readonly url: string };

export interface TestService {
  readonly app: FastifyInstance;
  readonly services: Services;
  /** Injects a request and holds its answer against the OpenAPI document. Writes carry the write header. */
  request(options: TestRequest): Promise<LightMyRequestResponse>;
  /** Ids of the operations asked so far. */
  readonly asked: ReadonlySet<string>;
}

export async function testService(parts: Partial<Services> = {}, options: AppOptions = {}): Promise<TestService> {
  const services: Services = {
    store: parts.store ?? (await goldenStore()),
    jobs: noJobs,
    shipped: { documents: shippedDocuments },
    engine: "9.9.9",
    now: () => new Date(testTime),
    ...parts,
  };
  // No screen unless a test brings one: whether it was built on this machine must not change an answer.
  const app = await buildApp(services, { screenFolder: join(tmpdir(), "knockon-no-screen"), ...options });
  await app.ready();
  const asked = new Set<string>();
  const request = async (options: TestRequest) => {
    const response = await app.inject({ ...options, headers: { "x-knockon": "1", ...options.headers } });
    const id = expectConformance(app, options.method ?? "GET", options.url, response);
    if (id !== null) asked.add(id);
    return response;
  };
  return { app, services, request, asked };
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema?: { readonly type?: string };
  }[];
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: object }>> }>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** Every operation of the document with its method and a pattern for its address; a fixed address before those it fits too. */
export function operations(
  app: FastifyInstance,
): { method: string; template: string; path: RegExp; operation: Operation }[] {
  const { paths } = app.swagger() as unknown as { paths: Paths };
  const parameters = ([template]: readonly [string, unknown]) => template.split("{").length;
  const inOrder = Object.entries(paths).sort((a, b) => parameters(a) - parameters(b));
  return inOrder.flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const path = new RegExp(`^${template.replaceAll(/\{\w+\}/gu, "[^/]+")}$`, "u");
      return { method: method.toUpperCase(), template, path, operation };
    }),
  );
}

/** The status is a documented one, and the body is what the document says. Returns the operation's id, null for none. */
function expectConformance(app: FastifyInstance, method: string, url: string, answer: LightMyRequestResponse) {
  const [path = ""] = url.split("?");
  const found = operations(app).find((each) => each.method === method && each.path.test(path));
  if (found === undefined) return null;
  const { operationId, responses } = found.operation;
  const documented = responses[answer.statusCode];
  expect(documented, `${operationId} answered ${answer.statusCode}: ${answer.body.slice(0, 500)}`).toBeDefined();
  const [mediaType = ""] = String(answer.headers["content-type"] ?? "").split(";");
  const content = documented?.content?.[mediaType];
  if (mediaType === "text/event-stream") return operationId;
  if (answer.statusCode === 204) {
    expect(answer.body).toBe("");
    return operationId;
  }
  expect(content, `${operationId} answered ${answer.statusCode} as "${mediaType}"`).toBeDefined();
  // Bytes: what they hold is tested where they are made.
  if (mediaType === "application/octet-stream") expect(content?.schema).toEqual({ type: "string", format: "binary" });
  else expectSchema(app, content?.schema ?? {}, JSON.parse(answer.body), operationId);
  return operationId;
}

/** The value fits a schema of the app's document. */
function expectSchema(app: FastifyInstance, schema: object, value: unknown, what: string): void {
  const whole = { ...app.swagger(), ...schema } as unknown as XSchema;
  const validator = Compile(whole);
  if (validator.Check(value)) return;
  expect.fail(`${what} does not fit its schema: ${JSON.stringify(validator.Errors(value)[1].slice(0, 5))}`);
}
