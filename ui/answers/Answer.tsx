import "./Answer.css";
import type { AnalysisResult } from "../../analyzer/index.ts";
import type { StoredAnswer } from "../data/queries.ts";
import { setScreen } from "../state/screen-store.ts";
import { GeneralAnswer } from "./GeneralAnswer.tsx";
import { GreedySetsAnswer } from "./GreedySetsAnswer.tsx";
import { ImportanceAnswer } from "./ImportanceAnswer.tsx";
import { PairsAnswer } from "./PairsAnswer.tsx";
import { PortfolioAnswer } from "./PortfolioAnswer.tsx";
import { RankTrialsAnswer } from "./RankTrialsAnswer.tsx";
import { TrialsAnswer } from "./TrialsAnswer.tsx";

/** Asks something that follows from an answer: the same analysis with other parameters, or another one. */
export type AskFor = (parameters: Readonly<Record<string, unknown>>, analysis?: string) => void;

interface Props {
  readonly answer: StoredAnswer;
  readonly askFor: AskFor;
}

/** An answer comes below the form that asked for it. */
function intoSight(section: HTMLElement | null): void {
  section?.scrollIntoView({ block: "start" });
}

/** What an analysis answered, where it comes from, and the way to all of it. */
export function Answer({ answer, askFor }: Props) {
  const { record, result } = answer;
  const warnings = "warnings" in result ? result.warnings : [];
  return (
    <section
      ref={intoSight}
      className="block answer"
      aria-label="Answer"
      data-testid="answer"
      data-analysis={result.kind}
    >
      {warnings.map(({ code, text }) => (
        <p key={code + text} className="notice small">
          {text}
        </p>
      ))}
      <AnswerOfKind answer={answer} askFor={askFor} />
      <div className="answer-foot">
        <button type="button" className="link" onClick={() => setScreen({ view: "table", tableTab: "answer" })}>
          All of it as tables
        </button>
        <a className="link" href={`/api/runs/${encodeURIComponent(record.id)}`} download={`${record.analysis}.json`}>
          Save as JSON
        </a>
      </div>
      <p className="small soft" data-testid="provenance">
        Engine {record.engine}, data {record.dataset.hash.slice(0, 8)}
        {record.overlays.length > 0 && `, with ${record.overlays.join(", ")}`}, {record.endedAt.slice(0, 10)}.
      </p>
    </section>
  );
}

function AnswerOfKind({ answer, askFor }: Props) {
  const result: AnalysisResult = answer.result;
  switch (result.kind) {
    case "trials":
      return <TrialsAnswer result={result} askFor={askFor} />;
    case "rank-trials":
      return <RankTrialsAnswer result={result} />;
    case "greedy-sets":
      return <GreedySetsAnswer result={result} />;
    case "pairs":
      return <PairsAnswer result={result} />;
    case "portfolio":
      return <PortfolioAnswer result={result} />;
    case "importance":
      return <ImportanceAnswer result={result} />;
    default:
      return <GeneralAnswer result={result} />;
  }
}
