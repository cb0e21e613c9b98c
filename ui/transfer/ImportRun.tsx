import { useEffect, useRef } from "react";
import type { ImportJob } from "../data/api-types.ts";
import { ApiError } from "../data/client.ts";
import { isFinal } from "../data/follow-changes.ts";
import { formatCount, formatPlural } from "../data/numbers.ts";
import { refreshDataset } from "../data/queries.ts";
import { cancelImport } from "../data/transfer.ts";
import { Failed, Loading } from "../parts/PanelState.tsx";
import { announce, openDataset } from "../state/screen-store.ts";
import { useImport } from "./use-import.ts";

interface Props {
  readonly importId: string;
  readonly back: () => void;
  readonly close: () => void;
  /** Nothing more can be lost by closing. */
  readonly ended: () => void;
}

/** The last step: how far it is, and what came of it. */
export function ImportRun({ importId, back, close, ended }: Props) {
  const { job, error } = useImport(importId);
  const told = useRef(false);
  const imported = useRef<string | null>(null);
  useEffect(() => {
    if (job === null || !isFinal(job) || told.current) return;
    told.current = true;
    ended();
    announce(endText(job));
    imported.current = job.report?.id ?? null;
  }, [job, ended]);
  // Once this is left, and not before: a screen that had no dataset yet would take the report away with it.
  useEffect(
    () => () => {
      if (imported.current !== null) void refreshDataset(imported.current);
    },
    [],
  );
  if (error !== null) return <Failed error={error} retry={back} />;
  if (job === null) return <Loading what="the import" />;
  if (!isFinal(job)) return <Going job={job} close={close} />;
  const { report, problem } = job;
  return (
    <>
      {problem === null ? (
        <p data-testid="import-end">{endText(job)}</p>
      ) : (
        <Failed error={new ApiError(problem)} retry={back} />
      )}
      <div className="edit-actions">
        {report !== null && (
          <button
            type="button"
            className="button button-main"
            onClick={() => {
              close();
              openDataset(report.id);
            }}
          >
            Open {report.title}
          </button>
        )}
        <button type="button" className="button" onClick={back}>
          {report === null ? "Back" : "Import another"}
        </button>
        <button type="button" className="button" onClick={close}>
          Close
        </button>
      </div>
    </>
  );
}

function Going({ job, close }: { readonly job: ImportJob; readonly close: () => void }) {
  const { step, rows, total } = job.progress;
  const share = total === null || total === 0 ? undefined : rows / total;
  const text =
    job.status === "queued"
      ? "waits for the import before it"
      : `${formatCount(rows)}${total === null ? "" : ` of ${formatCount(total)}`} rows ${step === "reading" ? "read" : "written"}`;
  return (
    <>
      <div className="progress" role="status" data-testid="import-progress">
        <div className="progress-text">
          <span>
            {job.name}: {text}
          </span>
        </div>
        <progress {...(share === undefined ? {} : { value: share })} max={1} aria-label={`Import of ${job.name}`} />
      </div>
      <p className="small faint">It goes on when you close this, or the page.</p>
      <div className="edit-actions">
        <button type="button" className="button" onClick={() => void cancelImport(job.id).catch(() => {})}>
          Cancel the import
        </button>
        <button type="button" className="button" onClick={close}>
          Close
        </button>
      </div>
    </>
  );
}

function endText({ status, report, name }: ImportJob): string {
  if (status === "cancelled") return `The import of ${name} was cancelled. Nothing was written.`;
  if (report === null) return `${name} was not imported. Nothing was written.`;
  const { title, changed, revision, counts, issues } = report;
  const warnings = issues.filter(({ severity }) => severity === "warning").length;
  const what = `${formatPlural(counts.assets, "asset")}, ${formatPlural(counts.dependencies, "dependency", "dependencies")}, ${formatPlural(counts.connections, "connection")}`;
  const done = changed
    ? `${title} was imported as revision ${revision}: ${what}.`
    : `${title} is there already with this content, as revision ${revision}. Nothing was written.`;
  return warnings === 0 ? done : `${done} ${formatPlural(warnings, "warning")}.`;
}
