import "./TableView.css";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { setScreen, type TableTab, tableTabs, useScreen } from "../state/screen-store.ts";
import { AnswerTables } from "./AnswerTables.tsx";
import { AssetsTable } from "./AssetsTable.tsx";
import { StateMatrix } from "./StateMatrix.tsx";
import { StatesTable } from "./StatesTable.tsx";

const names: Readonly<Record<TableTab, string>> = {
  assets: "Assets",
  states: "States",
  matrix: "State × State",
  answer: "Answer",
};

/** All that the picture shows, as tables. */
export function TableView({ unsupported }: { readonly unsupported: boolean }) {
  const tab = useScreen((screen) => screen.tableTab);
  return (
    <section className="table-view" aria-label="Tables">
      {unsupported && (
        <p className="notice" role="status">
          This browser offers no WebGL, so there is no picture. The tables hold all of it.
        </p>
      )}
      <Tabs
        className="side-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => setScreen({ tableTab: tableTabs.find((each) => each === key) ?? "assets" })}
      >
        <TabList className="tab-list" aria-label="Tables">
          {tableTabs.map((each) => (
            <Tab key={each} id={each} className="tab">
              {names[each]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="assets" className="tab-panel">
          <AssetsTable />
        </TabPanel>
        <TabPanel id="states" className="tab-panel">
          <StatesTable />
        </TabPanel>
        <TabPanel id="matrix" className="tab-panel">
          <StateMatrix />
        </TabPanel>
        <TabPanel id="answer" className="tab-panel">
          <AnswerTables />
        </TabPanel>
      </Tabs>
    </section>
  );
}
