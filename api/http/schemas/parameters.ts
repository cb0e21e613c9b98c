import { Type } from "typebox";

/** An id in the address. */
export const idParameter = Type.String({ minLength: 1, maxLength: 200 });

/** A word to filter by. */
export function word(description: string) {
  return Type.String({ maxLength: 200, description });
}

/** As of when a dataset is asked for. */
export const asOfParameter = word(
  "The dataset as it was: a revision (3), a date (2026-01-31: its end in UTC) or a time (2026-01-31T12:00Z; + as %2B). Left out: the last revision",
);

/** Which part of a list; what a handler takes where they are left out stands in the description. */
export const pageParameters = {
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, description: "Left out: 0" })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: "Left out: 50" })),
};

/** The header of a request that may say which revision it has seen. */
export const seenHeader = Type.Object({
  "if-match": Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'The revision that was seen, in quotes: "3", and "0" for none. Left out: any',
    }),
  ),
});
