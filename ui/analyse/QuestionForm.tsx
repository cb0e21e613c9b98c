import { type FormEvent, useMemo, useState } from "react";
import type { AnalysisText, Scenario } from "../../analyzer/index.ts";
import type { JobRequest } from "../data/api-types.ts";
import { useOverlays, useScenarios } from "../data/queries.ts";
import { useExplore } from "../screens/explore-context.ts";
import { useScreen } from "../state/screen-store.ts";
import { estimateText } from "./estimate-text.ts";
import { FieldInput } from "./FieldInput.tsx";
import { type FormField, formFields, isRare } from "./form-fields.ts";
import { type FormValues, firstValues, readForm } from "./form-values.ts";
import { OverlaysInput } from "./OverlaysInput.tsx";

interface Props {
  readonly analysis: AnalysisText;
  /** What the answer that is shown was asked with. */
  readonly asked: Readonly<Record<string, unknown>> | null;
  readonly askedOverlays: readonly string[];
  readonly running: boolean;
  readonly ask: (request: JobRequest) => void;
}

/** Seconds above which a question is worth a word of warning. */
const longSeconds = 60;

/** The parameters of a question as a form, what it will cost, and the button that asks it. */
export function QuestionForm({ analysis, asked, askedOverlays, running, ask }: Props) {
  const { datasetId, graph } = useExplore();
  const fields = useMemo(() => formFields(analysis.parameters), [analysis]);
  const [values, setValues] = useState<FormValues>(() => firstValues(fields, asked ?? {}));
  const [overlays, setOverlays] = useState(askedOverlays);
  const [tried, setTried] = useState(false);
  const offered = useOffered(asked);
  const offeredOverlays = useOverlays(datasetId).data ?? [];
  const { parameters, faults } = readForm(fields, values, offered);
  const size = {
    assets: graph.assetCount,
    dependencies: graph.dependencyCount,
    connections: graph.columns.connections.id.length,
  };
  const seconds = analysis.estimate(size, parameters);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running) return;
    setTried(true);
    if (Object.keys(faults).length > 0) {
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    ask({ analysis: analysis.id, dataset: datasetId, parameters, ...(overlays.length > 0 ? { overlays } : {}) });
  };
  const input = (field: FormField) => (
    <FieldInput
      key={field.name}
      field={field}
      value={values[field.name] ?? ""}
      change={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
      // A scenario says itself what is missing; a red word before anything was tried would only be in the way.
      fault={tried || typeof values[field.name] === "string" ? faults[field.name] : undefined}
      chancy={fields.some(({ name }) => name === "trials")}
      offered={offered}
    />
  );
  const rare = fields.filter(isRare);
  return (
    <form className="question-form" onSubmit={submit} data-testid="question-form" noValidate>
      {fields.filter((field) => !isRare(field)).map(input)}
      {offeredOverlays.length > 0 && <OverlaysInput offered={offeredOverlays} chosen={overlays} change={setOverlays} />}
      {rare.length > 0 && (
        <details open={tried && rare.some(({ name }) => faults[name] !== undefined) ? true : undefined}>
          <summary>More settings</summary>
          <div className="question-form">{rare.map(input)}</div>
        </details>
      )}
      <div className="ask">
        {/* It keeps the focus while the question is being answered. */}
        <button type="submit" className="button button-main" aria-disabled={running}>
          Ask
        </button>
        <p className="small soft" data-testid="estimate" data-seconds={seconds}>
          Takes {estimateText(seconds)} on one core.
          {seconds > longSeconds && " It can be cancelled at any time."}
        </p>
      </div>
    </form>
  );
}

function useOffered(asked: Readonly<Record<string, unknown>> | null) {
  const { datasetId, graph, run } = useExplore();
  const stored = useScenarios(datasetId).data;
  const selection = useScreen((screen) => screen.selection);
  return {
    selected: selection?.kind === "asset" && graph.indexById.has(selection.id) ? selection.id : null,
    shown: run?.view.result.scenario ?? null,
    stored: stored ?? [],
    asked: (asked?.["scenario"] as Scenario | undefined) ?? null,
  };
}
