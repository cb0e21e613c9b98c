import { useState } from "react";
import type { AnalysisText } from "../../analyzer/index.ts";
import { Answer, type AskFor } from "../answers/Answer.tsx";
import { type StoredAnswer, useAnswer } from "../data/queries.ts";
import type { FollowedJob } from "../data/use-job.ts";
import { JobProgress } from "../parts/JobProgress.tsx";
import { Empty, Failed, Loading } from "../parts/PanelState.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { useScreen } from "../state/screen-store.ts";
import { AboutAnalysis } from "./AboutAnalysis.tsx";
import { QuestionForm } from "./QuestionForm.tsx";
import { useQuestion } from "./use-question.ts";

interface Props {
  readonly analysis: AnalysisText;
  readonly job: FollowedJob & { readonly id: string | null };
  /** Whether it stands under a heading of its own already. */
  readonly headed?: boolean;
}

/** One question of the catalogue: its form, how far it is, and the answer. */
export function Question({ analysis, job, headed = false }: Props) {
  const { datasetId } = useExplore();
  const answerId = useScreen((screen) => screen.answer);
  const answer = useAnswer(answerId);
  // The form opens with what the answer at hand was asked with; a later answer leaves what is typed as it is.
  const [opened] = useState(answerId);
  const { running, cancelled, error, ask, again } = useQuestion(analysis.id, job);
  const own = answer.data?.record.analysis === analysis.id ? answer.data : null;
  const loading = answerId !== null && answer.isPending;
  if (loading && opened === answerId) return <LoadingAnswer />;
  return (
    <>
      <section className="block" aria-label={analysis.title}>
        {headed ? <p className="soft">{analysis.question}</p> : <h2>{analysis.question}</h2>}
        <QuestionForm
          analysis={analysis}
          asked={(own?.record.parameters as Readonly<Record<string, unknown>> | undefined) ?? null}
          askedOverlays={own?.record.overlays ?? []}
          running={running}
          ask={ask}
        />
        {running && job.id !== null && <JobProgress name={analysis.title} jobId={job.id} followed={job} />}
        {error && <Failed error={error} retry={again} />}
        {cancelled && <Empty>It was cancelled; nothing of it was kept.</Empty>}
        <AboutAnalysis analysis={analysis} />
      </section>
      {loading && <LoadingAnswer />}
      {answer.isError && (
        <div className="block">
          <Failed error={answer.error} retry={() => void answer.refetch()} />
        </div>
      )}
      {own && (
        <OwnAnswer
          answer={own}
          old={running}
          askFor={(parameters, other = analysis.id) =>
            ask({ analysis: other, dataset: datasetId, parameters, overlays: own.record.overlays })
          }
        />
      )}
    </>
  );
}

function LoadingAnswer() {
  return (
    <div className="block">
      <Loading what="the answer" lines={8} />
    </div>
  );
}

interface OwnProps {
  readonly answer: StoredAnswer;
  /** Whether a newer one is on its way. */
  readonly old: boolean;
  readonly askFor: AskFor;
}

/** The answer, marked where it is no longer of what is asked or of the data. */
function OwnAnswer({ answer, old, askFor }: OwnProps) {
  const { detail } = useExplore();
  const stale = detail !== null && detail.hash !== answer.record.dataset.hash;
  return (
    <>
      {(old || stale) && (
        <div className="block">
          {old && <p className="notice small">The answer below is of the question before.</p>}
          {stale && <p className="notice small">Made before the last change of the data: ask again.</p>}
        </div>
      )}
      <Answer answer={answer} askFor={askFor} />
    </>
  );
}
