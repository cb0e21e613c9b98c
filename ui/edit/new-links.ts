import { type Attribute, connectionAttributes, dependencyAttributes } from "../../analyzer/index.ts";
import type { OverlayFile } from "../data/api-types.ts";
import { addConnectionOverlay, addDependencyOverlay } from "./edit-overlay.ts";
import type { Cells } from "./row-cells.ts";

/** What the form of a new link asks, besides its other end, and what it writes. */
export interface NewLink {
  readonly title: string;
  readonly intro: string;
  readonly otherEnd: string;
  readonly fields: readonly Attribute[];
  readonly offered: Readonly<Record<string, readonly string[]>>;
  readonly overlay: (other: string, typed: Cells) => OverlayFile;
  readonly said: (otherName: string) => string;
}

const pick = (attributes: readonly Attribute[], names: readonly string[]) =>
  names.flatMap((name) => attributes.filter((attribute) => attribute.name === name));

const dependencyFields = pick(dependencyAttributes, ["commodity", "kind", "group", "need", "bufferHours", "source"]);
const connectionFields = pick(connectionAttributes, [
  "commodity",
  "directed",
  "capacity",
  "unit",
  "lengthKm",
  "source",
]);

/** A dependency of the asset `id`; `groups` are the names of its input groups. */
export function newDependency(id: string, name: string, groups: readonly string[]): NewLink {
  return {
    title: "Add a dependency",
    intro: `What ${name} needs. Providers of one group can stand in for one another; without a group it is needed by itself.`,
    otherEnd: "Provider",
    fields: dependencyFields,
    offered: { group: groups },
    overlay: (provider, typed) => addDependencyOverlay(id, provider, typed),
    said: (provider) => `${name} depends on ${provider} now.`,
  };
}

/** A connection that starts at the asset `id`. */
export function newConnection(id: string, name: string): NewLink {
  return {
    title: "Add a connection",
    intro: `What a commodity can flow through between ${name} and another asset.`,
    otherEnd: "Other end",
    fields: connectionFields,
    offered: {},
    overlay: (other, typed) => addConnectionOverlay(id, other, typed),
    said: (other) => `${name} is connected with ${other} now.`,
  };
}
