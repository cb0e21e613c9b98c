import { inSchemaOrder } from "./in-schema-order.ts";
import { overlaySchema } from "./overlay.ts";
import { scenarioSchema } from "./scenario.ts";

const schemas = { scenario: scenarioSchema, overlay: overlaySchema };

/** A scenario or overlay as a JSON file; an equal value gives the same bytes. Need not be a valid one. */
export function writeDocument(kind: "scenario" | "overlay", body: unknown): string {
  return `${JSON.stringify(inSchemaOrder(schemas[kind], body), null, 2)}\n`;
}
