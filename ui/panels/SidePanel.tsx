import "./SidePanel.css";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { FollowedJobs } from "../screens/use-followed-jobs.ts";
import { AnalysePanel } from "../analyse/AnalysePanel.tsx";
import { type Panel, panels } from "../state/permalink.ts";
import { setScreen, useScreen } from "../state/screen-store.ts";
import { LayersPanel } from "./LayersPanel.tsx";
import { RankingPanel } from "./RankingPanel.tsx";
import { ScenarioPanel } from "./ScenarioPanel.tsx";

const names: Readonly<Record<Panel, string>> = {
  scenario: "Scenario",
  ranking: "Ranking",
  analyse: "Analyse",
  layers: "Layers",
};

/** The questions one can ask, and what is drawn. */
export function SidePanel({ jobs }: { readonly jobs: FollowedJobs }) {
  const panel = useScreen((screen) => screen.panel);
  return (
    <aside className="side" aria-label="Questions and layers">
      <Tabs
        className="side-tabs"
        selectedKey={panel}
        onSelectionChange={(key) => setScreen({ panel: panels.find((each) => each === key) ?? "scenario" })}
      >
        <TabList className="tab-list" aria-label="Side panel">
          {panels.map((each) => (
            <Tab key={each} id={each} className="tab">
              {names[each]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="scenario" className="tab-panel">
          <ScenarioPanel job={jobs.run} />
        </TabPanel>
        <TabPanel id="ranking" className="tab-panel">
          <RankingPanel certain={jobs.scan} chance={jobs.answer} />
        </TabPanel>
        <TabPanel id="analyse" className="tab-panel">
          <AnalysePanel job={jobs.answer} />
        </TabPanel>
        <TabPanel id="layers" className="tab-panel">
          <LayersPanel />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
