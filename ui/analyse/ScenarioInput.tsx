import { type ChangeEvent, useId, useState } from "react";
import { scenarioTitle } from "../data/scenario-title.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { readScenarioFile } from "../data/read-scenario-file.ts";
import { useExplore } from "../screens/explore-context.ts";
import { type OfferedScenarios, type ScenarioChoice, type ScenarioSource, scenarioSources } from "./scenario-choice.ts";

interface Props {
  readonly title: string;
  readonly required: boolean;
  /** Whether the question draws by chance, so that a probability says something. */
  readonly chancy: boolean;
  readonly invalid: boolean;
  readonly choice: ScenarioChoice;
  readonly offered: OfferedScenarios;
  readonly change: (choice: ScenarioChoice) => void;
}

/** The scenario a question is about: a loss of the selected asset, one at hand, a stored one, or a file. */
export function ScenarioInput({ title, required, chancy, invalid, choice, offered, change }: Props) {
  const id = useId();
  const { graph } = useExplore();
  const names: Readonly<Record<ScenarioSource, string | null>> = {
    none: required ? null : "None",
    asked: offered.asked && `As asked: ${scenarioTitle(graph, offered.asked)}`,
    selected: "Lose the selected asset",
    shown: offered.shown && `The run shown: ${scenarioTitle(graph, offered.shown)}`,
    stored: null,
    file: "A file of this machine",
  };
  const value = choice.source === "stored" ? `stored:${choice.stored}` : choice.source;
  const take = (wanted: string) => {
    const source = scenarioSources.find((each) => each === wanted);
    change(source ? { ...choice, source } : { ...choice, source: "stored", stored: wanted.slice("stored:".length) });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={invalid}
        onChange={(event) => take(event.target.value)}
      >
        {scenarioSources.map((source) => {
          const name = names[source];
          return (
            name !== null && (
              <option key={source} value={source}>
                {name}
              </option>
            )
          );
        })}
        {offered.stored.length > 0 && (
          <optgroup label="Stored with the dataset">
            {offered.stored.map((each) => (
              <option key={each.id} value={`stored:${each.id}`}>
                {each.title}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {choice.source === "selected" && (
        <SelectedLoss choice={choice} chancy={chancy} selected={offered.selected} change={change} />
      )}
      {choice.source === "file" && <FileChoice choice={choice} change={change} />}
    </div>
  );
}

interface LossProps {
  readonly choice: ScenarioChoice;
  readonly chancy: boolean;
  readonly selected: string | null;
  readonly change: (choice: ScenarioChoice) => void;
}

function SelectedLoss({ choice, chancy, selected, change }: LossProps) {
  const { graph } = useExplore();
  return (
    <>
      {selected === null ? (
        <p className="soft">
          Choose one on the stage, or press <kbd>/</kbd> and search.
        </p>
      ) : (
        <p>
          <AssetLink graph={graph} id={selected} />
        </p>
      )}
      <div className="fields">
        <NumberField
          label="Lost for"
          unit="h"
          value={choice.hours}
          placeholder="for good"
          change={(hours) => change({ ...choice, hours })}
        />
        {chancy && (
          <NumberField
            label="Probability"
            unit="0 to 1"
            value={choice.likelihood}
            change={(likelihood) => change({ ...choice, likelihood })}
          />
        )}
      </div>
    </>
  );
}

function FileChoice({ choice, change }: Pick<LossProps, "choice" | "change">) {
  const [fault, setFault] = useState<string | null>(null);
  const open = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    const read = await readScenarioFile(file);
    setFault("fault" in read ? read.fault : null);
    change({ ...choice, file: "fault" in read ? null : read.scenario });
  };
  return (
    <>
      <input
        type="file"
        className="file"
        accept="application/json,.json"
        aria-label="Scenario file"
        onChange={(event) => void open(event)}
      />
      {choice.file && <p className="small soft">{choice.file.title}</p>}
      {fault && (
        <p className="notice notice-danger" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}
