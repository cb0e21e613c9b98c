import type { TSchema } from "typebox";
import * as assetSchemas from "./schemas/asset.ts";
import * as creditsSchemas from "./schemas/credits.ts";
import * as datasetSchemas from "./schemas/dataset.ts";
import * as documentSchemas from "./schemas/document.ts";
import * as formatSchemas from "./schemas/formats.ts";
import * as graphSchemas from "./schemas/graph.ts";
import * as historySchemas from "./schemas/history.ts";
import * as importSchemas from "./schemas/import.ts";
import * as jobSchemas from "./schemas/job.ts";
import * as problemSchemas from "./schemas/problem.ts";
import * as resultSchemas from "./schemas/result.ts";
import * as revisionSchemas from "./schemas/revision.ts";
import * as rowSchemas from "./schemas/rows.ts";
import * as runSchemas from "./schemas/run.ts";
import * as runDifferenceSchemas from "./schemas/run-difference.ts";
import * as serviceSchemas from "./schemas/service.ts";

/** Every schema with a name: what the app registers and the OpenAPI document lists as components. */
export const namedSchemas: readonly TSchema[] = [
  assetSchemas,
  creditsSchemas,
  datasetSchemas,
  documentSchemas,
  formatSchemas,
  graphSchemas,
  historySchemas,
  importSchemas,
  jobSchemas,
  problemSchemas,
  resultSchemas,
  revisionSchemas,
  rowSchemas,
  runSchemas,
  runDifferenceSchemas,
  serviceSchemas,
].flatMap((schemas) => Object.values<TSchema>(schemas));
