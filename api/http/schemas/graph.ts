import { type Static, Type } from "typebox";
import { StateSchema, TermSchema } from "./dataset.ts";
import { list, nullable, reference } from "./reference.ts";

const ids = list(Type.String());
const indexes = list(Type.Integer());
const numbers = list(nullable(Type.Number()));

/** A whole dataset for drawing: columns, with positions in the lists above instead of repeated words. */
export const GraphSchema = Type.Object(
  {
    hash: Type.String(),
    revision: Type.Integer(),
    states: list(reference(StateSchema)),
    sectors: list(reference(TermSchema)),
    kinds: list(reference(TermSchema)),
    commodities: list(reference(TermSchema)),
    assets: Type.Object({
      id: ids,
      name: list(Type.String()),
      sector: indexes,
      kind: indexes,
      states: list(indexes, { description: "The largest share first" }),
      lon: numbers,
      lat: numbers,
      peopleServed: numbers,
    }),
    dependencies: Type.Object({
      id: ids,
      provider: list(Type.Integer(), {
        description: "Position of the asset, or -1 minus the position of the commodity for a network",
      }),
      dependent: indexes,
      group: list(Type.String()),
      method: list(Type.Integer(), { description: "0 not stated, 1 observed, 2 inferred, 3 authored" }),
      confidence: numbers,
    }),
    connections: Type.Object({ id: ids, a: indexes, b: indexes, commodity: indexes }),
    connectivityOnly: list(Type.Integer(), {
      description:
        "Positions of the commodities that connections carry and nobody produces: their networks bind no asset",
    }),
  },
  { $id: "Graph", description: "Everything needed to draw a dataset, in columns of equal length" },
);
export type Graph = Static<typeof GraphSchema>;
