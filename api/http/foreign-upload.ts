import { type Static, Type } from "typebox";
import type { FastifyInstance } from "fastify";
import { type FileSet, fileSetFromBytes, type Mapping, parseMapping } from "../../datasets/formats/index.ts";
import { chooseFormat, type Format, foreignFormats, withSettings } from "../../datasets/formats/foreign/index.ts";
import { ProblemError } from "./problems.ts";

const jsonText = (description: string) => Type.Optional(Type.String({ maxLength: 8_000, description }));

/** How an upload is to be read, where it is no dataset of ours. */
export const uploadParameters = {
  format: Type.Optional(
    Type.String({ maxLength: 40, description: "As listed at /api/formats; left out: as it looks" }),
  ),
  name: Type.Optional(
    Type.String({
      pattern: "^[^/\\\\]{1,100}$",
      description: "What the file is called, with its ending: formats are told apart by it",
    }),
  ),
  set: Type.Optional(
    Type.Array(Type.String({ maxLength: 400 }), {
      maxItems: 40,
      description: "One value for whole columns: sector=energy, or connections.commodity=gas",
    }),
  ),
  mapping: jsonText("A mapping as in mapping.json: which of their columns are which of ours"),
  about: jsonText("A dataset.json or a part of it: title, licence and sources of the files"),
};

const uploadTypes = ["application/zip", "application/json", "application/octet-stream"];

/** Bytes, whatever they are called: what they hold is checked by the reader. */
export const uploadBody = {
  content: Object.fromEntries(uploadTypes.map((type) => [type, { schema: Type.Unknown() }])),
};

/** Has the routes of a plugin take bodies as bytes. */
export function takeUploads(app: Pick<FastifyInstance, "addContentTypeParser" | "removeAllContentTypeParsers">): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(uploadTypes, { parseAs: "buffer" }, (_request, body, done) => done(null, body));
}

/** The files of a body. Throws `ProblemError` for one without bytes. */
export function uploaded(body: unknown, { name = "upload" }: { readonly name?: string }): FileSet {
  if (!(body instanceof Uint8Array) || body.length === 0) throw new ProblemError("REQUEST_BODY_EMPTY");
  return fileSetFromBytes(name, body);
}

const uploadQuery = Type.Object(uploadParameters);
export type UploadQuery = Static<typeof uploadQuery>;

/** How an upload is read: as ours (`format` null) or as a format of others, with what is to be said of it. */
export interface Reading {
  readonly format: Format | null;
  readonly mapping: Mapping | null;
  readonly settings: readonly string[];
  readonly description: object;
}

/** Settles how an upload is to be read. Throws `ProblemError`. */
export async function readingOf(files: FileSet, query: UploadQuery): Promise<Reading> {
  const settings = query.set ?? [];
  const [unknown] = withSettings({}, settings).unknown;
  if (unknown !== undefined) throw new ProblemError("REQUEST_INVALID", `set: ${unknown} names no column of ours.`);
  const format = query.format === undefined ? await formatLooked(files) : formatCalled(query.format);
  return { format, mapping: mappingOf(query.mapping), settings, description: aboutOf(query.about) };
}

async function formatLooked(files: FileSet): Promise<Format | null> {
  const choice = await chooseFormat(files);
  if (choice.kind === "own") return null;
  if (choice.kind === "foreign") return choice.format;
  const guesses = choice.guesses.map(({ format: { id, title } }) => `${id} (${title})`).join(", ");
  throw new ProblemError("FORMAT_UNSURE", `It may be ${guesses}: say which by the parameter format.`);
}

function formatCalled(id: string): Format {
  const found = foreignFormats.find((format) => format.id === id);
  if (found?.read) return found;
  const known = foreignFormats.filter(({ read }) => read !== null).map((format) => format.id);
  throw new ProblemError("FORMAT_UNKNOWN", `No format ${JSON.stringify(id)} is read here: one of ${known.join(", ")}.`);
}

function mappingOf(text: string | undefined): Mapping | null {
  if (text === undefined) return null;
  const { mapping, issues } = parseMapping(jsonOf("mapping", text), "mapping");
  if (mapping === null) throw new ProblemError("MAPPING_REFUSED", undefined, issues);
  return mapping;
}

function aboutOf(text: string | undefined): object {
  const value = text === undefined ? {} : jsonOf("about", text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new ProblemError("REQUEST_INVALID", "about has to be a JSON object.");
}

function jsonOf(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError("REQUEST_INVALID", `${what} is not JSON.`);
  }
}
