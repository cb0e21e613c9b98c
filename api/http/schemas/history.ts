import { type TSchema, Type } from "typebox";
import { OverlayFileSchema } from "./document.ts";
import { IssueSchema } from "./problem.ts";
import { list, reference } from "./reference.ts";
import { ValidRevisionSchema } from "./revision.ts";
import { AssetSchema, ConnectionSchema, DependencySchema } from "./rows.ts";

const why = Type.Optional(Type.String({ maxLength: 2000, description: "Kept with the revision" }));

export const EditRequestSchema = Type.Object(
  { overlay: reference(OverlayFileSchema), why },
  {
    $id: "EditRequest",
    additionalProperties: false,
    description: "An overlay to apply for good; why left out: its title",
  },
);

export const StepRequestSchema = Type.Union([Type.Object({ why }, { additionalProperties: false }), Type.Null()], {
  $id: "StepRequest",
  description: "May be left out",
});

const outcome = {
  id: Type.String(),
  changed: Type.Boolean({ description: "False where the dataset held that already: no revision was written" }),
  revision: Type.Integer({ description: "The one that is there now" }),
  hash: Type.String(),
};

export const EditReportSchema = Type.Object(
  {
    ...outcome,
    issues: list(reference(IssueSchema), { description: "Warnings and remarks" }),
    raised: list(reference(IssueSchema), { description: "Those that the dataset did not have before" }),
  },
  { $id: "EditReport" },
);

export const StepReportSchema = Type.Object(
  { ...outcome, restores: Type.Integer({ description: "The revision whose content is back" }) },
  { $id: "StepReport", description: "An undo or redo" },
);

const value = Type.Unknown({ description: "Null where it is not stated" });
const attributes = list(
  Type.Object({
    name: Type.String({ description: "As in the rows of the API; own columns by theirs" }),
    before: value,
    after: value,
  }),
);

function tableDifference<Row extends TSchema>(row: Row) {
  return Type.Object({
    added: list(reference(row)),
    removed: list(reference(row)),
    changed: list(Type.Object({ id: Type.String(), attributes })),
  });
}

const rowCounts = Type.Object({ added: Type.Integer(), removed: Type.Integer(), changed: Type.Integer() });
const tableCounts = { assets: rowCounts, dependencies: rowCounts, connections: rowCounts };

export const ChangesSchema = Type.Object(
  {
    from: reference(ValidRevisionSchema),
    to: reference(ValidRevisionSchema),
    counts: Type.Object(tableCounts),
    sectors: list(Type.Object({ sector: Type.String(), ...tableCounts }), {
      description: "A row counts in each sector of the assets it is about, before and after",
    }),
    states: list(Type.Object({ state: Type.String(), ...tableCounts }), { description: "Likewise" }),
    description: attributes,
    assets: tableDifference(AssetSchema),
    dependencies: tableDifference(DependencySchema),
    connections: tableDifference(ConnectionSchema),
  },
  { $id: "Changes", description: "What leads from one revision of a dataset to another" },
);
