import { Type } from "typebox";
import { type DatasetDescription, markings, networkBalances, networkSharings } from "../../../analyzer/index.ts";
import { IssueSchema } from "./problem.ts";
import { list, nullable, oneOf, reference } from "./reference.ts";
import { CountsSchema } from "./revision.ts";

const summary = {
  id: Type.String(),
  title: Type.String(),
  version: Type.String(),
  hash: Type.String({ description: "SHA-256 of the canonical content" }),
  revision: Type.Integer({ description: "Counts the writes that changed something, from 1" }),
  importedAt: Type.String({ format: "date-time" }),
  counts: reference(CountsSchema),
};

export const DatasetSummarySchema = Type.Object(summary, { $id: "DatasetSummary" });

const term = Type.Object({
  id: Type.String(),
  title: Type.String(),
  sector: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
});

export const TermSchema = Type.Object(term.properties, { $id: "Term", description: "A word of a vocabulary" });

export const StateSchema = Type.Object({ code: Type.String(), name: Type.String() }, { $id: "State" });

const source = Type.Object({
  id: Type.String(),
  title: Type.String(),
  licence: Type.String(),
  retrieved: Type.String(),
  credit: Type.String(),
  url: Type.Optional(Type.String()),
});

const network = Type.Object({
  balance: Type.Optional(oneOf(networkBalances)),
  sharing: Type.Optional(oneOf(networkSharings)),
  transferLimits: Type.Optional(list(Type.Object({ from: Type.String(), to: Type.String(), capacity: Type.Number() }))),
});

const vocabulary = Type.Object({
  sectors: Type.Optional(list(reference(TermSchema))),
  kinds: Type.Optional(list(reference(TermSchema))),
  commodities: Type.Optional(list(reference(TermSchema))),
});

/** dataset.json, as files.md states it. */
export const DescriptionSchema = Type.Unsafe<DatasetDescription>(
  Type.Object(
    {
      id: Type.String(),
      title: Type.String(),
      version: Type.String(),
      description: Type.String(),
      licence: Type.String(),
      sources: list(source),
      currency: Type.Optional(Type.String()),
      states: Type.Optional(list(reference(StateSchema))),
      vocabulary: Type.Optional(vocabulary),
      assumptions: Type.Optional(list(Type.Object({ id: Type.String(), text: Type.String() }))),
      marking: Type.Optional(oneOf(markings)),
      networks: Type.Optional(Type.Record(Type.String(), network)),
    },
    { $id: "DatasetDescription" },
  ),
);

export const BoundsSchema = Type.Object(
  { west: Type.Number(), south: Type.Number(), east: Type.Number(), north: Type.Number() },
  { $id: "Bounds", description: "The box around every asset with a place, degrees WGS 84" },
);

export const DatasetDetailSchema = Type.Object(
  {
    ...summary,
    description: reference(DescriptionSchema),
    states: list(reference(StateSchema), { description: "States with at least one asset, with their names" }),
    sectors: list(reference(TermSchema), { description: "Sectors in use" }),
    kinds: list(reference(TermSchema), { description: "Kinds in use" }),
    commodities: list(reference(TermSchema), { description: "Commodities in use" }),
    bounds: nullable(reference(BoundsSchema)),
  },
  { $id: "DatasetDetail" },
);

export const ImportReportSchema = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    hash: Type.String(),
    counts: reference(CountsSchema),
    dryRun: Type.Boolean(),
    changed: Type.Boolean({ description: "False where the store already held the same content" }),
    revision: nullable(Type.Integer({ description: "Null on a dry run of a new dataset" })),
    issues: list(reference(IssueSchema), { description: "Warnings and remarks" }),
    documents: Type.Object(
      { scenarios: Type.Integer(), overlays: Type.Integer() },
      { description: "Documents beside the tables that the store did not hold as they are, and that were saved" },
    ),
  },
  { $id: "ImportReport" },
);

const cells = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]));

/** A whole dataset in one JSON value, rows keyed by the column names of the CSV files. */
export const BundleSchema = Type.Object(
  {
    dataset: reference(DescriptionSchema),
    assets: list(cells),
    dependencies: list(cells),
    connections: list(cells),
  },
  { $id: "Bundle" },
);
