import "./Edit.css";
import { useMutation } from "@tanstack/react-query";
import type { StepReport } from "../data/api-types.ts";
import { stepDataset } from "../data/edits.ts";
import { formatPlural } from "../data/numbers.ts";
import { refreshDataset } from "../data/queries.ts";
import { setScreen, showWritten, useScreen, type Written } from "../state/screen-store.ts";

const mostRaised = 4;

/** What was written last, and the way back. */
export function WrittenNotice() {
  const written = useScreen((screen) => screen.written);
  if (written === null) return null;
  return <Notice key={written.revision} written={written} />;
}

function Notice({ written: { datasetId, revision, text, step, raised = [] } }: { readonly written: Written }) {
  const { mutate, isPending, error } = useMutation<StepReport, Error, "undo" | "redo">({
    networkMode: "always",
    mutationFn: (wanted) => stepDataset(datasetId, revision, wanted),
    onSuccess: async (report, wanted) => {
      await refreshDataset(datasetId);
      showWritten({
        datasetId,
        revision: report.revision,
        text: wanted === "undo" ? "Undone." : "Done again.",
        step: wanted === "undo" ? "redo" : "undo",
      });
    },
  });
  return (
    <section className="written" aria-label="Last change" data-testid="written">
      <p>
        {text} <span className="written-revision">Revision {revision}.</span>
      </p>
      {raised.length > 0 && (
        <ul className="written-raised" aria-label="What the checks say of it">
          {raised.slice(0, mostRaised).map((said) => (
            <li key={said}>{said}</li>
          ))}
          {raised.length > mostRaised && <li>and {formatPlural(raised.length - mostRaised, "other")}</li>}
        </ul>
      )}
      {error && (
        <p role="alert" className="field-fault">
          {error.message}
        </p>
      )}
      {step !== null && (
        <button
          type="button"
          data-step-back=""
          className="button"
          aria-disabled={isPending}
          onClick={() => !isPending && mutate(step)}
        >
          {step === "undo" ? "Undo" : "Redo"}
        </button>
      )}
      <button
        type="button"
        className="button button-bare button-icon"
        aria-label="Close the message"
        onClick={() => setScreen({ written: null })}
      >
        ×
      </button>
    </section>
  );
}
