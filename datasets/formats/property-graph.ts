/** A point on the earth in degrees (WGS 84), as a graph keeps it in one property. */
export interface GraphPoint {
  readonly lon: number;
  readonly lat: number;
}

/** What a property may hold: null where it is not there; dates and times as text. */
export type GraphValue = string | number | boolean | null | GraphPoint | readonly GraphValue[];

/** A node of one label; `values` are those of the properties asked for, in their order. */
export interface GraphNode {
  readonly elementId: string;
  /** Text of the property that was asked for as id, whole numbers exact; null where there is none. */
  readonly id: string | null;
  readonly values: readonly GraphValue[];
  /** Code and share (as text; null where not stated) of each State that the relationships asked for lead to. */
  readonly states: readonly (readonly [code: string, share: string | null])[];
}

/** A relationship of one type; `start` and `end` are elementIds. */
export interface GraphRelationship {
  readonly start: string;
  readonly end: string;
  readonly values: readonly GraphValue[];
}

/** How many nodes have a label, or relationships a type, and which properties occur on any of them. */
export interface GraphSurvey {
  readonly count: number;
  readonly properties: readonly string[];
}

/** Which properties of the nodes of a label to read. */
export interface NodeQuestion {
  readonly label: string;
  readonly id: string | null;
  readonly properties: readonly string[];
  readonly states: { readonly type: string; readonly code: string; readonly share?: string } | null;
}

/** A graph that somebody else made, read only. Nodes and relationships come in the order of their elementIds. */
export interface PropertyGraph {
  surveyNodes(label: string): Promise<GraphSurvey>;
  surveyRelationships(type: string): Promise<GraphSurvey>;
  nodes(question: NodeQuestion): AsyncIterable<GraphNode>;
  relationships(type: string, properties: readonly string[]): AsyncIterable<GraphRelationship>;
}
