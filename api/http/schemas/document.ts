import { Type } from "typebox";
import type { Scenario } from "../../../analyzer/index.ts";
import { reference } from "./reference.ts";

const selection = Type.Object(
  {
    ids: Type.Optional(Type.Array(Type.String())),
    sector: Type.Optional(Type.String()),
    kind: Type.Optional(Type.String()),
    states: Type.Optional(Type.Array(Type.String())),
    operator: Type.Optional(Type.String()),
    within: Type.Optional(Type.Object({ lon: Type.Number(), lat: Type.Number(), km: Type.Number() })),
  },
  { description: "Every field that is given must hold" },
);

const shock = Type.Object({
  select: selection,
  availability: Type.Optional(Type.Number({ description: "0 to 1; left out: 0" })),
  fromHours: Type.Optional(Type.Number({ description: "Left out: 0" })),
  hours: Type.Optional(Type.Number({ description: "Left out: to the end" })),
  likelihood: Type.Optional(Type.Number()),
});

export const ScenarioSchema = Type.Unsafe<Scenario>(
  Type.Object(
    {
      id: Type.String(),
      title: Type.String(),
      horizonHours: Type.Number(),
      shocks: Type.Array(shock),
      trials: Type.Optional(Type.Integer()),
      seed: Type.Optional(Type.Integer()),
      cause: Type.Optional(Type.String()),
    },
    { $id: "Scenario", description: "scenario.json" },
  ),
);

const rows = Type.Object({
  assets: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
  dependencies: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
  connections: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
});

const removed = Type.Object({
  assets: Type.Optional(Type.Array(Type.String())),
  dependencies: Type.Optional(Type.Array(Type.String())),
  connections: Type.Optional(Type.Array(Type.String())),
});

export const OverlayFileSchema = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    add: Type.Optional(rows),
    remove: Type.Optional(removed),
    change: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
  },
  { $id: "OverlayFile", description: "overlay.json: rows keyed by the column names of the CSV files" },
);

const document = {
  id: Type.String(),
  title: Type.String(),
  shipped: Type.Boolean({ description: "Comes with the bundled dataset; an own one of the same id stands before it" }),
};

const story = Type.Object(
  {
    text: Type.String({ description: "What happens, and what follows from it" }),
    lookAt: Type.String({ description: "What to look at in the result" }),
    assets: Type.Array(Type.String(), { description: "Ids of the assets to look at" }),
    reaches: Type.Array(Type.String(), { description: "Codes of States that are reached by `byHours`" }),
    byHours: Type.Number(),
  },
  { description: "What a scenario that comes with a bundled dataset shows" },
);

export const ScenarioDocumentSchema = Type.Object(
  { ...document, story: Type.Optional(story), body: reference(ScenarioSchema) },
  { $id: "ScenarioDocument" },
);
export const OverlayDocumentSchema = Type.Object(
  { ...document, body: reference(OverlayFileSchema) },
  { $id: "OverlayDocument" },
);
