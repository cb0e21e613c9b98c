import type { components } from "./contract.gen.ts";

type Schemas = components["schemas"];

/** The API's answers, under the names the screen uses. */
export type DatasetSummary = Schemas["DatasetSummary"];
export type Credits = Schemas["Credits"];
export type DatasetDetail = Schemas["DatasetDetail"];
/** The whole dataset as columns, for drawing and searching. */
export type GraphColumns = Schemas["Graph"];
export type AssetRow = Schemas["Asset"];
export type DependencyRow = Schemas["Dependency"];
export type Neighbours = Schemas["Neighbours"];
export type ExportLosses = Schemas["ExportLosses"];
export type Format = Schemas["Format"];
export type ImportJob = Schemas["ImportJob"];
export type Inspection = Schemas["Inspection"];
export type Issue = Schemas["Issue"];
export type Job = Schemas["Job"];
export type JobRequest = Schemas["JobRequest"];
export type EditReport = Schemas["EditReport"];
export type OverlayFile = Schemas["OverlayFile"];
export type OverlayDocument = Schemas["OverlayDocument"];
export type Problem = Schemas["Problem"];
export type RunRecord = Schemas["RunRecord"];
export type StepReport = Schemas["StepReport"];
export type ScenarioDocument = Schemas["ScenarioDocument"];
