import { parseOverlay, parseScenario } from "../../datasets/formats/index.ts";
import type { Store } from "../store/store.ts";
import type { DocumentResource } from "./routes/documents.ts";
import {
  OverlayDocumentSchema,
  OverlayFileSchema,
  ScenarioDocumentSchema,
  ScenarioSchema,
} from "./schemas/document.ts";

export const scenarioResource: DocumentResource = {
  kind: "scenario",
  path: "scenarios",
  name: "Scenario",
  notFound: "SCENARIO_NOT_FOUND",
  refused: "SCENARIO_REFUSED",
  body: ScenarioSchema,
  document: ScenarioDocumentSchema,
  check: async (body) => parseScenario(body, "scenario.json").issues,
};

/** An overlay's rows are read against the dataset it changes. */
export function overlayResource(store: Store): DocumentResource {
  return {
    kind: "overlay",
    path: "overlays",
    name: "Overlay",
    notFound: "OVERLAY_NOT_FOUND",
    refused: "OVERLAY_REFUSED",
    body: OverlayFileSchema,
    document: OverlayDocumentSchema,
    check: async (body, datasetId) => parseOverlay(body, await store.description(datasetId), "overlay.json").issues,
  };
}
