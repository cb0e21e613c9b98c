import { type Attribute, dependencyAttributes } from "../../analyzer/index.ts";

const names = ["commodity", "kind", "group", "need", "bufferHours", "source"];

/** What the form asks of a new dependency, besides its two ends. */
export const dependencyFields: readonly Attribute[] = names.flatMap((name) =>
  dependencyAttributes.filter((attribute) => attribute.name === name),
);
