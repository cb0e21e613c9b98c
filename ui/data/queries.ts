import { QueryClient, useQuery } from "@tanstack/react-query";
import type { AnalysisResult, RankResult, Scenario } from "../../analyzer/index.ts";
import type {
  AssetRow,
  Credits,
  DatasetDetail,
  DatasetSummary,
  GraphColumns,
  Job,
  JobRequest,
  Neighbours,
  OverlayDocument,
  RunRecord,
  ScenarioDocument,
} from "./api-types.ts";
import { ApiError, client, unwrap } from "./client.ts";
import { type GraphIndex, indexGraph } from "./graph-index.ts";
import { type RunView, viewRun } from "./run-view.ts";
import { indexSearch, type SearchIndex } from "./search.ts";

/** A refusal stays one however often it is asked for; only an unreachable service is worth a second try. */
const retry = (failures: number, error: Error) => error instanceof ApiError && error.problem === null && failures < 1;

/** Local and small: nothing is fetched again unless something says that it changed. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: "always" } },
});

export const useDatasets = () =>
  useQuery({
    queryKey: ["datasets"],
    queryFn: async () => (await unwrap<{ datasets: DatasetSummary[] }>(client.GET("/api/datasets"))).datasets,
  });

export function useDatasetDetail(datasetId: string | null) {
  return useQuery({
    queryKey: ["dataset", datasetId],
    enabled: datasetId !== null,
    queryFn: () =>
      unwrap<DatasetDetail>(
        client.GET("/api/datasets/{datasetId}", { params: { path: { datasetId: datasetId ?? "" } } }),
      ),
  });
}

export interface LoadedGraph {
  readonly graph: GraphIndex;
  readonly search: SearchIndex;
}

export function useGraph(datasetId: string | null) {
  return useQuery({
    queryKey: ["graph", datasetId],
    enabled: datasetId !== null,
    queryFn: async (): Promise<LoadedGraph> => {
      const path = { datasetId: datasetId ?? "" };
      const graph = indexGraph(
        await unwrap<GraphColumns>(client.GET("/api/datasets/{datasetId}/graph", { params: { path } })),
      );
      return { graph, search: indexSearch(graph) };
    },
  });
}

export function useCredits(datasetId: string) {
  return useQuery({
    queryKey: ["credits", datasetId],
    queryFn: () =>
      unwrap<Credits>(client.GET("/api/datasets/{datasetId}/credits", { params: { path: { datasetId } } })),
  });
}

export function useScenarios(datasetId: string | null) {
  return useQuery({
    queryKey: ["scenarios", datasetId],
    enabled: datasetId !== null,
    queryFn: async () => {
      const path = { datasetId: datasetId ?? "" };
      const answer = client.GET("/api/datasets/{datasetId}/scenarios", { params: { path } });
      return (await unwrap<{ scenarios: ScenarioDocument[] }>(answer)).scenarios;
    },
  });
}

export function useAsset(datasetId: string | null, assetId: string | null) {
  return useQuery({
    queryKey: ["asset", datasetId, assetId],
    enabled: datasetId !== null && assetId !== null,
    queryFn: async () => {
      const params = { path: { datasetId: datasetId ?? "", assetId: assetId ?? "" } };
      const [asset, neighbours] = await Promise.all([
        unwrap<AssetRow>(client.GET("/api/datasets/{datasetId}/assets/{assetId}", { params })),
        unwrap<Neighbours>(client.GET("/api/datasets/{datasetId}/assets/{assetId}/neighbours", { params })),
      ]);
      return { asset, neighbours };
    },
  });
}

async function readRun(runId: string): Promise<RunRecord> {
  const record = await unwrap<RunRecord>(client.GET("/api/runs/{runId}", { params: { path: { runId } } }));
  if (record.result === null) throw new Error("The result of this run was pruned. Ask for the analysis again.");
  return record;
}

export interface StoredRun {
  readonly record: RunRecord;
  readonly view: RunView;
}

export function useRun(runId: string | null) {
  return useQuery({
    queryKey: ["run", runId],
    enabled: runId !== null,
    queryFn: async (): Promise<StoredRun> => {
      const record = await readRun(runId ?? "");
      const result = record.result as AnalysisResult;
      if (result.kind !== "run" && result.kind !== "replay") {
        throw new Error(`"${record.id}" is a ${result.kind}, not a cascade.`);
      }
      return { record, view: viewRun(result) };
    },
  });
}

export interface StoredScan {
  readonly record: RunRecord;
  readonly result: RankResult;
}

export function useScan(runId: string | null) {
  return useQuery({
    queryKey: ["scan", runId],
    enabled: runId !== null,
    queryFn: async (): Promise<StoredScan> => {
      const record = await readRun(runId ?? "");
      const result = record.result as AnalysisResult;
      if (result.kind !== "rank") throw new Error(`"${record.id}" is a ${result.kind}, not a ranking.`);
      return { record, result };
    },
  });
}

/** An answer of the catalogue, of whatever kind. */
export interface StoredAnswer {
  readonly record: RunRecord;
  readonly result: AnalysisResult;
}

export function useAnswer(runId: string | null) {
  return useQuery({
    queryKey: ["answer", runId],
    enabled: runId !== null,
    queryFn: async (): Promise<StoredAnswer> => {
      const record = await readRun(runId ?? "");
      return { record, result: record.result as AnalysisResult };
    },
  });
}

export function useOverlays(datasetId: string) {
  return useQuery({
    queryKey: ["overlays", datasetId],
    queryFn: async () => {
      const answer = client.GET("/api/datasets/{datasetId}/overlays", { params: { path: { datasetId } } });
      return (await unwrap<{ overlays: OverlayDocument[] }>(answer)).overlays;
    },
  });
}

/** The catalogue of the core. It comes after the first sight of the page, since the whole core comes with it. */
export const useCatalogue = () =>
  useQuery({
    queryKey: ["catalogue"],
    queryFn: async () => (await import("./offered-analyses.ts")).offeredAnalyses,
  });

export const submitJob = (body: JobRequest): Promise<Job> => unwrap(client.POST("/api/jobs", { body }));

export const submitScenario = (dataset: string, scenario: Scenario): Promise<Job> =>
  submitJob({ analysis: "run", dataset, parameters: { scenario } });

export const cancelJob = (jobId: string): Promise<Job> =>
  unwrap(client.DELETE("/api/jobs/{jobId}", { params: { path: { jobId } } }));

export const readJob = (jobId: string): Promise<Job> =>
  unwrap(client.GET("/api/jobs/{jobId}", { params: { path: { jobId } } }));

/** Asks again for all that is shown of a dataset after it was written. Done when it is there. */
export async function refreshDataset(datasetId: string): Promise<void> {
  const keys = [["datasets"], ...["dataset", "graph", "asset", "credits"].map((kind) => [kind, datasetId])];
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
