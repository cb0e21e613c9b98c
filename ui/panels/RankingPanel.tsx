import "./RankingPanel.css";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Question } from "../analyse/Question.tsx";
import { useCatalogue } from "../data/queries.ts";
import type { FollowedJob } from "../data/use-job.ts";
import { Failed, Loading } from "../parts/PanelState.tsx";
import { openQuestion, useScreen } from "../state/screen-store.ts";
import { CertainRanking } from "./CertainRanking.tsx";

type Job = FollowedJob & { readonly id: string | null };

interface Props {
  readonly certain: Job;
  readonly chance: Job;
}

/** The question of the catalogue behind a ranking with chance. */
const chanceQuestion = "rank-trials";

/** What matters most: every asset lost alone, for certain or with what is uncertain drawn by chance. */
export function RankingPanel({ certain, chance }: Props) {
  const withChance = useScreen((screen) => screen.question === chanceQuestion);
  return (
    <>
      <div className="block ranking-head">
        <h2>What matters most?</h2>
        <ToggleButtonGroup
          className="segments"
          aria-label="Ranking"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[withChance ? "chance" : "certain"]}
          onSelectionChange={(keys) => openQuestion(keys.has("chance") ? chanceQuestion : null)}
        >
          <ToggleButton id="certain">Certain</ToggleButton>
          <ToggleButton id="chance">With chance</ToggleButton>
        </ToggleButtonGroup>
      </div>
      {withChance ? <ChanceRanking job={chance} /> : <CertainRanking job={certain} />}
    </>
  );
}

function ChanceRanking({ job }: { readonly job: Job }) {
  const catalogue = useCatalogue();
  const analysis = catalogue.data?.find(({ id }) => id === chanceQuestion);
  if (analysis !== undefined) return <Question analysis={analysis} job={job} headed />;
  return (
    <div className="block">
      {catalogue.isError ? (
        <Failed error={catalogue.error} retry={() => void catalogue.refetch()} />
      ) : (
        <Loading what="the question" />
      )}
    </div>
  );
}
