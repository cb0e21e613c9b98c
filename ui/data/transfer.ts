import { useQuery } from "@tanstack/react-query";
import type { ExportLosses, Format, ImportJob, Inspection } from "./api-types.ts";
import { client, unwrap } from "./client.ts";
import { followChanges, type Follower } from "./follow-changes.ts";

/** How an upload is to be read. */
export interface UploadQuery {
  readonly name: string;
  readonly format?: string;
  readonly mapping?: string;
  readonly about?: string;
  readonly set?: string[];
}

/** Bytes go out as they are. */
const asBytes = {
  headers: { "Content-Type": "application/octet-stream" },
  bodySerializer: (body: unknown) => body as Blob,
};

export const useFormats = () =>
  useQuery({
    queryKey: ["formats"],
    queryFn: async () => (await unwrap<{ formats: Format[] }>(client.GET("/api/formats"))).formats,
  });

/** What a format cannot hold of a dataset as it is now. */
export const useExportLosses = (datasetId: string, format: string) =>
  useQuery({
    queryKey: ["losses", datasetId, format],
    staleTime: 0,
    queryFn: () =>
      unwrap<ExportLosses>(
        client.GET("/api/datasets/{datasetId}/export/losses", {
          params: { path: { datasetId }, query: { format } },
        }),
      ),
  });

/** Where a dataset is had in a format. */
export function exportAddress(datasetId: string, format: string): string {
  return `/api/datasets/${encodeURIComponent(datasetId)}/export?format=${encodeURIComponent(format)}`;
}

/** What a file holds and what an import of it would say. Nothing is written. */
export const inspectFile = (file: File, query: UploadQuery, signal: AbortSignal): Promise<Inspection> =>
  unwrap(client.POST("/api/inspections", { params: { query }, body: file, signal, ...asBytes }));

/** Puts a file into the store. The import goes on whoever looks at it. */
export const startImport = (file: File, query: UploadQuery): Promise<ImportJob> =>
  unwrap(client.POST("/api/imports", { params: { query }, body: file, ...asBytes }));

export const cancelImport = (importId: string): Promise<ImportJob> =>
  unwrap(client.DELETE("/api/imports/{importId}", { params: { path: { importId } } }));

/** Imports of the service, the newest first. */
export async function listImports(): Promise<readonly ImportJob[]> {
  return (await unwrap<{ imports: ImportJob[] }>(client.GET("/api/imports"))).imports;
}

const readImport = (importId: string): Promise<ImportJob> =>
  unwrap(client.GET("/api/imports/{importId}", { params: { path: { importId } } }));

/** Follows an import until it ends. Returns the way to stop; the import itself goes on. */
export function followImport(importId: string, follower: Follower<ImportJob>): () => void {
  const events = `/api/imports/${encodeURIComponent(importId)}/events`;
  return followChanges({ events, event: "import", read: () => readImport(importId) }, follower);
}
