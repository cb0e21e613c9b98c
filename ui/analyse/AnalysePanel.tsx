import "./AnalysePanel.css";
import { useEffect, useRef } from "react";
import type { AnalysisText } from "../../analyzer/index.ts";
import { useCatalogue } from "../data/queries.ts";
import type { FollowedJob } from "../data/use-job.ts";
import { Failed, Loading } from "../parts/PanelState.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { openQuestion, useScreen } from "../state/screen-store.ts";
import { estimateText } from "./estimate-text.ts";
import { Question } from "./Question.tsx";
import { questionGroups } from "./question-groups.ts";

interface Props {
  readonly job: FollowedJob & { readonly id: string | null };
}

/** Every question the core can answer, drawn from its catalogue. */
export function AnalysePanel({ job }: Props) {
  const catalogue = useCatalogue();
  const question = useScreen((screen) => screen.question);
  useFocusOnWay(question);
  if (catalogue.isPending) {
    return (
      <div className="block">
        <Loading what="the questions" lines={10} />
      </div>
    );
  }
  if (catalogue.isError) {
    return (
      <div className="block">
        <Failed error={catalogue.error} retry={() => void catalogue.refetch()} />
      </div>
    );
  }
  const opened = catalogue.data.find(({ id }) => id === question);
  if (question === null) return <QuestionList catalogue={catalogue.data} />;
  return (
    <>
      <nav className="block way-back" aria-label="Questions">
        <button type="button" className="link" data-way-back="" onClick={() => openQuestion(null)}>
          ← All questions
        </button>
      </nav>
      {opened ? (
        <Question key={opened.id} analysis={opened} job={job} />
      ) : (
        <section className="block">
          <p>There is no question “{question}”.</p>
        </section>
      )}
    </>
  );
}

/** Keeps the place of the keyboard: into a question that was opened, and back to where it stands in the list. */
function useFocusOnWay(question: string | null): void {
  const before = useRef(question);
  useEffect(() => {
    const left = before.current;
    before.current = question;
    if (left === question) return;
    const to = question === null ? `[data-question="${CSS.escape(left ?? "")}"]` : "[data-way-back]";
    document.querySelector<HTMLElement>(to)?.focus();
  }, [question]);
}

function QuestionList({ catalogue }: { readonly catalogue: readonly AnalysisText[] }) {
  const { graph } = useExplore();
  const size = {
    assets: graph.assetCount,
    dependencies: graph.dependencyCount,
    connections: graph.columns.connections.id.length,
  };
  return (
    <div data-testid="questions">
      {questionGroups(catalogue).map(({ title, questions }) => (
        <section key={title} className="block">
          <h2>{title}</h2>
          <ul className="choice-list">
            {questions.map((analysis) => (
              <li key={analysis.id}>
                <button
                  type="button"
                  className="question"
                  data-question={analysis.id}
                  onClick={() => openQuestion(analysis.id)}
                >
                  <span>{analysis.question}</span>
                  <small>
                    {analysis.title} · {estimateText(analysis.estimate(size, {}))}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
