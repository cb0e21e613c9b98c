import "./ShippedScenarios.css";
import { useState } from "react";
import type { Scenario } from "../../analyzer/index.ts";
import type { ScenarioDocument } from "../data/api-types.ts";
import { useScenarios } from "../data/queries.ts";
import { Empty, Failed, Loading } from "../parts/PanelState.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { LookAt } from "./LookAt.tsx";
import { OtherWaysIn } from "./OtherWaysIn.tsx";

type Play = (scenario: Scenario) => void;

const firstListed = 5;

/** The scenarios of the dataset: one press plays one, another one tells its story first. */
export function ShippedScenarios({ play }: { readonly play: Play }) {
  const { datasetId, run } = useExplore();
  const scenarios = useScenarios(datasetId);
  const [all, setAll] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const documents = scenarios.data ?? [];
  return (
    <section className="block" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title">{run ? "Play a scenario" : "If this fails, what fails next?"}</h2>
      {scenarios.isPending && <Loading what="the scenarios" />}
      {scenarios.isError && <Failed error={scenarios.error} retry={() => void scenarios.refetch()} />}
      {scenarios.data?.length === 0 && run && <Empty>This dataset comes without scenarios.</Empty>}
      <div className="choice-list">
        {documents.slice(0, all ? documents.length : firstListed).map((document) => (
          <ScenarioChoice
            key={document.id}
            document={document}
            open={told === document.id}
            tell={() => setTold(told === document.id ? null : document.id)}
            play={play}
          />
        ))}
        {!all && documents.length > firstListed && (
          <button type="button" className="choice" aria-expanded={false} onClick={() => setAll(true)}>
            <span aria-hidden="true">…</span>
            <span className="soft">{documents.length - firstListed} more scenarios</span>
          </button>
        )}
        {!run && <OtherWaysIn />}
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly document: ScenarioDocument;
  readonly open: boolean;
  readonly tell: () => void;
  readonly play: Play;
}

function ScenarioChoice({ document: { id, title, story, body }, open, tell, play }: ChoiceProps) {
  const storyId = `story-${id}`;
  return (
    <div className="scenario" data-told={open}>
      <button type="button" className="choice" data-scenario={id} onClick={() => play(body)}>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon icon-filled">
          <path d="M4 2.5v11l9-5.5z" />
        </svg>
        <span>{title}</span>
      </button>
      {story && (
        <button
          type="button"
          className="button button-bare button-icon tell"
          aria-label={`Story: ${title}`}
          title={open ? "Close the story" : "Read the story first"}
          aria-expanded={open}
          aria-controls={storyId}
          data-story={id}
          onClick={tell}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
            <path d="M4 6l4 4 4-4" />
          </svg>
        </button>
      )}
      {story && open && (
        <div className="story" id={storyId} data-testid="story">
          <p>{story.text}</p>
          <LookAt story={story} />
          <button type="button" className="button" onClick={() => play(body)}>
            Play it
          </button>
        </div>
      )}
    </div>
  );
}
