/** The door of the formats: files in, datasets and issues out, and back. */
export { type Adoption, parseAdoption } from "./adoption.ts";
export { type Caps, defaultCaps, localCaps } from "./caps.ts";
export type { FileSet } from "./file-set.ts";
export { fileSetFromBytes } from "./file-set-from-bytes.ts";
export { type Mapping, parseMapping } from "./mapping.ts";
export { parseOverlay } from "./overlay.ts";
export type {
  GraphNode,
  GraphRelationship,
  GraphSurvey,
  GraphValue,
  NodeQuestion,
  PropertyGraph,
} from "./property-graph.ts";
export { countDataset, type DatasetCounts, readDataset, type ReadOptions, type ReadOutcome } from "./read-dataset.ts";
export { type GraphOutcome, readGraph } from "./read-graph.ts";
export { readJson } from "./read-json.ts";
export {
  assetCells,
  connectionCells,
  dependencyCells,
  ownColumnPattern,
  parseAssetCells,
  parseConnectionCells,
  parseDependencyCells,
} from "./row-cells.ts";
export { parseShape } from "./parse-shape.ts";
export { parseScenario } from "./scenario.ts";
export { csvChunks, writeBundle, writeDatasetFolder, writeDescription } from "./write-dataset.ts";
export { writeDocument } from "./write-document.ts";
