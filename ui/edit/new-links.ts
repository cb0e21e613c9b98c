import { type Attribute, connectionAttributes, dependencyAttributes } from "../../analyzer/index.ts";
import type { AssetRow, DependencyRow, Neighbours, OverlayFile } from "../data/api-types.ts";
import { addConnectionOverlay, addDependencyOverlay } from "./edit-overlay.ts";
import type { Cells } from "./row-cells.ts";

/** A network that can be a provider, as an asset can. */
export interface NetworkProvider {
  /** `@electricity` */
  readonly provider: string;
  readonly title: string;
}

/** What the form of a new link asks, besides its other end, and what it writes. */
export interface NewLink {
  readonly title: string;
  readonly intro: string;
  readonly otherEnd: string;
  /** Other ends that are no asset. */
  readonly networks: readonly NetworkProvider[];
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

/**
 * Commodities of networks that a row may name as provider of an asset: it is connected to them, does not feed them, and has no row
 * for them yet. Without a row such a network is a group of its own anyway; a row sets its buffer, or another provider beside it.
 */
export function networksFor(
  { produces = [] }: Pick<AssetRow, "produces">,
  connections: Neighbours["connections"],
  providers: readonly DependencyRow[],
): readonly string[] {
  const taken = new Set(providers.map(({ provider }) => provider));
  return [...new Set(connections.map(({ commodity }) => commodity))].filter(
    (commodity) => !taken.has(`@${commodity}`) && !produces.some((amount) => amount.commodity === commodity),
  );
}

interface DependencyOffers {
  /** Names of its input groups. */
  readonly groups: readonly string[];
  readonly networks: readonly NetworkProvider[];
}

/** A dependency of the asset `id`. */
export function newDependency(id: string, name: string, { groups, networks }: DependencyOffers): NewLink {
  return {
    title: "Add a dependency",
    intro: `What ${name} needs. Providers of one group can stand in for one another; without a group it is needed by itself.`,
    otherEnd: "Provider",
    networks,
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
    networks: [],
    fields: connectionFields,
    offered: {},
    overlay: (other, typed) => addConnectionOverlay(id, other, typed),
    said: (other) => `${name} is connected with ${other} now.`,
  };
}
