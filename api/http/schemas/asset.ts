import { Type } from "typebox";
import { list, nullable, reference } from "./reference.ts";
import { AssetSchema, ConnectionSchema, DependencySchema } from "./rows.ts";

export const AssetPageSchema = Type.Object(
  {
    total: Type.Integer({ description: "How many match, on all pages" }),
    assets: list(reference(AssetSchema)),
  },
  { $id: "AssetPage" },
);

export const PathSchema = Type.Object(
  {
    ids: nullable(
      list(Type.String(), {
        description: "Along the shortest chain, both ends among them; null where none leads there in so many steps",
      }),
    ),
  },
  { $id: "Path" },
);

export const NeighboursSchema = Type.Object(
  {
    providers: list(reference(DependencySchema), { description: "What the asset depends on" }),
    dependents: list(reference(DependencySchema), { description: "What the asset supports" }),
    connections: list(reference(ConnectionSchema)),
    assets: list(reference(AssetSchema), { description: "The assets at the other ends" }),
  },
  { $id: "Neighbours" },
);
