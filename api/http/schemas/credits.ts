import { Type } from "typebox";
import type { CreditsResult } from "../../../analyzer/index.ts";
import { nullable, oneOf } from "./reference.ts";

const licenceClass = oneOf(
  ["public", "attribution", "share-alike", "non-commercial", "unknown"],
  "What the licence asks of who passes the data on, by its name",
);

const credit = Type.Object({
  source: Type.String({ description: "Id of the source; the note itself where rows name one that is not listed" }),
  title: nullable(Type.String()),
  licence: nullable(Type.String()),
  licenceClass,
  retrieved: nullable(Type.String()),
  credit: nullable(Type.String({ description: "Whom to name" })),
  url: nullable(Type.String()),
  rows: Type.Integer(),
});

export const CreditsSchema = Type.Unsafe<CreditsResult>(
  Type.Object(
    {
      kind: Type.Literal("credits"),
      licence: Type.String(),
      together: licenceClass,
      credits: Type.Array(credit),
      ownLicences: Type.Array(
        Type.Object(
          { licence: Type.String(), licenceClass, rows: Type.Integer() },
          { description: "Rows that state one" },
        ),
      ),
      rowsWithoutSource: Type.Integer(),
      keepApart: Type.Array(Type.String(), { description: "Licences that do not go together with others" }),
    },
    { $id: "Credits", description: "Whom to credit for a dataset, and on what terms it may be passed on" },
  ),
);
