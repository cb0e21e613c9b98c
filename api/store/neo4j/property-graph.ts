import { isPoint } from "neo4j-driver";
import type {
  GraphNode,
  GraphRelationship,
  GraphSurvey,
  GraphValue,
  NodeQuestion,
  PropertyGraph,
} from "../../../datasets/formats/index.ts";
import type { Query } from "./neo4j-client.ts";

/*
 * A graph that somebody else made: labels, types and properties come from a mapping. They are parameters, compared with
 * what a node or relationship has, so that no name becomes part of a statement. The price is a scan of all nodes, or all
 * relationships, for each of them.
 */
const surveyNodes = `
MATCH (n) WHERE $name IN labels(n)
WITH count(n) AS count, collect(DISTINCT keys(n)) AS sets
RETURN count, reduce(all = [], keys IN sets | all + [key IN keys WHERE NOT key IN all]) AS properties`;

const surveyRelationships = `
MATCH ()-[n]->() WHERE type(n) = $name
WITH count(n) AS count, collect(DISTINCT keys(n)) AS sets
RETURN count, reduce(all = [], keys IN sets | all + [key IN keys WHERE NOT key IN all]) AS properties`;

const nodes = `
MATCH (n) WHERE $label IN labels(n)
WITH n ORDER BY elementId(n)
RETURN elementId(n) AS elementId, toStringOrNull(n[$id]) AS id, [property IN $properties | n[property]] AS values,
  [(n)-[r]-(state) WHERE type(r) = $stateType AND toStringOrNull(state[$stateCode]) IS NOT NULL |
   [toStringOrNull(state[$stateCode]), toStringOrNull(r[$stateShare])]] AS states`;

const relationships = `
MATCH (a)-[r]->(b) WHERE type(r) = $type
WITH a, r, b ORDER BY elementId(r)
RETURN elementId(a) AS start, elementId(b) AS end, [property IN $properties | r[property]] AS values`;

/** Stands for a name that was not given: no property and no type is called so. */
const noName = "";

/** The graph that the queries of one read transaction see. Rows arrive as they are used, some thousands at a time. */
export function propertyGraph(query: Query): PropertyGraph {
  return {
    surveyNodes: (name) => survey(query, surveyNodes, name),
    surveyRelationships: (name) => survey(query, surveyRelationships, name),
    async *nodes({ label, id, properties, states }: NodeQuestion) {
      const { type: stateType = noName, code: stateCode = noName, share: stateShare = noName } = states ?? {};
      const parameters = { label, id: id ?? noName, properties, stateType, stateCode, stateShare };
      for await (const row of query<Columns<GraphNode>>(nodes, parameters)) {
        const node = row.toObject();
        yield { ...node, values: node.values.map(graphValue) };
      }
    },
    async *relationships(type, properties) {
      for await (const row of query<Columns<GraphRelationship>>(relationships, { type, properties })) {
        const relationship = row.toObject();
        yield { ...relationship, values: relationship.values.map(graphValue) };
      }
    },
  };
}

type Columns<Row> = { [column in keyof Row]: Row[column] };

async function survey(query: Query, cypher: string, name: string): Promise<GraphSurvey> {
  const { records } = await query<Columns<GraphSurvey>>(cypher, { name });
  const { count = 0, properties = [] } = records[0]?.toObject() ?? {};
  return { count, properties: [...properties].sort() };
}

/** Longitude and latitude, in two dimensions and in three. */
const wgs84 = [4326, 4979];

/** A value of the driver as a plain one: what is no point on the earth becomes text, as dates and times do. */
function graphValue(value: unknown): GraphValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(graphValue);
  if (isPoint(value) && wgs84.includes(Number(value.srid))) return { lon: value.x, lat: value.y };
  return (value as { toString: () => string }).toString();
}
