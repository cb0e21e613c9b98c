import "./PanelState.css";
import type { ReactNode } from "react";
import { ApiError } from "../data/client.ts";

/** The shape of what is coming, so that nothing jumps when it is there. */
export function Loading({ what, lines = 3 }: { readonly what: string; readonly lines?: number }) {
  return (
    <div className="panel-state" role="status" aria-label={`Loading ${what}`}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton" />
      ))}
    </div>
  );
}

/** What failed, its code, the rows that caused it, and always another try. */
export function Failed({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <div className="panel-state notice notice-danger" role="alert">
      <p>
        {error.message} {problem && <code>{problem.code}</code>}
      </p>
      {(problem?.issues ?? []).slice(0, 5).map((issue) => (
        <p key={`${issue.code} ${issue.file} ${issue.row} ${issue.value}`} className="small">
          {issue.text} <code>{issue.code}</code>
        </p>
      ))}
      <button type="button" className="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}

/** Nothing is here, why, and what to do about it. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="panel-state soft">{children}</div>;
}
