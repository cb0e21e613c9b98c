import { type TSchema, Type } from "typebox";
import {
  type Asset,
  type Attribute,
  type AttributeType,
  assetAttributes,
  type Connection,
  connectionAttributes,
  type Dependency,
  dependencyAttributes,
} from "../../../analyzer/index.ts";

const stateShare = Type.Object({ state: Type.String(), share: Type.Number() });
const commodityAmount = Type.Object({ commodity: Type.String(), amount: Type.Optional(Type.Number()) });

const valueSchemas: Readonly<Record<Exclude<AttributeType, "number" | "choice">, () => TSchema>> = {
  id: () => Type.String(),
  text: () => Type.String(),
  term: () => Type.String(),
  boolean: () => Type.Boolean(),
  states: () => Type.Array(stateShare),
  codes: () => Type.Array(Type.String()),
  amounts: () => Type.Array(commodityAmount),
  columns: () => Type.Array(Type.String()),
};

function valueSchema(attribute: Attribute): TSchema {
  if (attribute.type === "choice") return Type.Unsafe({ type: "string", enum: attribute.choices ?? [] });
  if (attribute.type !== "number") return valueSchemas[attribute.type]();
  const { min, max, above } = attribute;
  return Type.Number({
    ...(min === undefined ? {} : above ? { exclusiveMinimum: min } : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  });
}

function describe(attribute: Attribute): string {
  return attribute.unit === undefined ? attribute.meaning : `${attribute.meaning} (${attribute.unit})`;
}

/**
 * The schema of one row of a table, made from the attribute table so that the two cannot differ. What a row does not
 * state is absent; the id is always there, since the reader makes one where the file has none.
 */
function rowSchema<Row>($id: string, description: string, attributes: readonly Attribute[]) {
  const properties: Record<string, TSchema> = {};
  for (const attribute of attributes) {
    const schema = { ...valueSchema(attribute), description: describe(attribute) };
    properties[attribute.name] = attribute.required || attribute.name === "id" ? schema : Type.Optional(schema);
  }
  const extra = Type.Record(Type.String(), Type.String(), { description: "The user's own columns (x_...)" });
  return Type.Unsafe<Row>(
    Type.Object({ ...properties, extra: Type.Optional(extra) }, { $id, description, additionalProperties: false }),
  );
}

export const AssetSchema = rowSchema<Asset>("Asset", "A thing that provides a service", assetAttributes);
export const DependencySchema = rowSchema<Dependency>(
  "Dependency",
  "A directed statement: the dependent needs what the provider gives",
  dependencyAttributes,
);
export const ConnectionSchema = rowSchema<Connection>(
  "Connection",
  "A conveyance of one commodity between two assets",
  connectionAttributes,
);
