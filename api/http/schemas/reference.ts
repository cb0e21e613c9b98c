import { type Static, type TSchema, Type } from "typebox";

/** A `$ref` to a named schema that keeps its static type: the schema itself is registered once with the app. */
export function reference<T extends TSchema>(schema: T): Type.TUnsafe<Static<T>> {
  return Type.Unsafe<Static<T>>({ $ref: `${schemaName(schema)}#` });
}

/** The same for an answer that goes out as the JSON text it is stored as. */
export function textOf(schema: TSchema): Type.TUnsafe<string> {
  return Type.Unsafe<string>({ $ref: `${schemaName(schema)}#` });
}

/** The name of a named schema. Throws for one without: a mistake in the schema files. */
function schemaName(schema: TSchema): string {
  if (!("$id" in schema) || typeof schema.$id !== "string") throw new Error("the schema has no $id to refer to");
  return schema.$id;
}

/** A list that the handlers may give as a read-only one. */
export function list<T extends TSchema>(
  schema: T,
  options: { description?: string } = {},
): Type.TUnsafe<readonly Static<T>[]> {
  return Type.Unsafe<readonly Static<T>[]>(Type.Array(schema, options));
}

/** The value or null. */
export function nullable<T extends TSchema>(schema: T): Type.TUnion<[T, Type.TNull]> {
  return Type.Union([schema, Type.Null()]);
}

/** One of the words, as an `enum`. */
export function oneOf<const W extends readonly string[]>(words: W, description?: string): Type.TUnsafe<W[number]> {
  return Type.Unsafe<W[number]>({ type: "string", enum: words, ...(description === undefined ? {} : { description }) });
}
