import { type Connection, type Dependency, dependencyAttributes } from "../../../analyzer/index.ts";
import { autonomyOf } from "./autonomy.ts";
import { kindOfSubtype } from "./kinds.ts";
import type { ConveyingRule, SupplyingRule } from "./link-rules.ts";
import type { RawEdge } from "./raw-graph.ts";
import { sourceOf } from "./sources.ts";

/** Translates a line, pipe, route, plant link or city feed. Capacity and length are what the raw row says. */
export function toConnection(edge: RawEdge, rule: ConveyingRule): Connection {
  return {
    id: `${edge.rule}:${edge.source.id}~${edge.sink.id}`,
    a: edge.source.id,
    b: edge.sink.id,
    commodity: rule.commodity,
    ...(rule.capacity === "GWh/h" && edge.capacity !== null ? { capacity: edge.capacity, unit: rule.capacity } : {}),
    lengthKm: edge.distanceKm,
    ...provenance(edge),
    ...(rule.capacity === "kV" ? { extra: lineColumns(edge) } : {}),
  };
}

/** A voltage is no capacity: it is kept in a column of its own, with the kind of current. */
function lineColumns(edge: RawEdge): Record<string, string> {
  const current = { x_current: edge.type === "hvdc" ? "dc" : "ac" };
  return edge.capacity === null ? current : { ...current, x_voltage_kv: String(edge.capacity) };
}

/**
 * Translates a need. `alternatives` is the number of providers that the rule gives to this dependent: they share the
 * group of the rule, each enough alone, or each for its part where the rule says so.
 */
export function toDependency(edge: RawEdge, rule: SupplyingRule, alternatives: number): Dependency {
  const share = rule.inParts === true && alternatives > 1 ? { share: 1 / alternatives } : {};
  const own = { ...groupColumnsOf(edge.sink.subtype, rule.group), ...share };
  const columns = dependencyAttributes.filter(({ name }) => Object.hasOwn(own, name)).map(({ column }) => column);
  return {
    id: `${edge.rule}:${edge.source.id}>${edge.sink.id}`,
    provider: edge.source.id,
    dependent: edge.sink.id,
    kind: rule.kind,
    commodity: rule.commodity,
    group: rule.group,
    ...own,
    distanceKm: edge.distanceKm,
    ...provenance(edge),
    ...(columns.length > 0 ? { assumed: columns } : {}),
  };
}

/** The columns of the group that differ from the engine's defaults (0 h, loss 1). */
export function groupColumnsOf(subtype: string, group: string): Pick<Dependency, "bufferHours" | "loss"> {
  const { bufferHours, loss } = autonomyOf(kindOfSubtype(subtype)?.kind ?? subtype, group);
  return { ...(bufferHours > 0 ? { bufferHours } : {}), ...(loss < 1 ? { loss } : {}) };
}

function provenance(edge: RawEdge): Pick<Dependency, "method" | "ruleId" | "confidence" | "source"> {
  const source = sourceOf(edge.provenance);
  return {
    method: edge.observed ? "observed" : "inferred",
    ruleId: edge.rule,
    confidence: edge.confidence,
    ...(source === null ? {} : { source }),
  };
}
