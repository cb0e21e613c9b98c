import { type FormEvent, useState } from "react";
import { aftermathHours, lossScenario, type Scenario, scanLossHours } from "../../analyzer/index.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { NumberField, readPositive } from "../parts/NumberField.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { useScreen } from "../state/screen-store.ts";

/** Loses the selected asset from hour 0 for some hours: the same question as `run --lose`. */
export function LoseAsset({ play }: { readonly play: (scenario: Scenario) => void }) {
  const { graph } = useExplore();
  const selection = useScreen((screen) => screen.selection);
  const id = selection?.kind === "asset" && graph.indexById.has(selection.id) ? selection.id : null;
  const [hoursText, setHoursText] = useState(String(scanLossHours));
  const [horizonText, setHorizonText] = useState("");
  const hours = readPositive(hoursText);
  const defaultHorizon = hours === null ? null : hours + aftermathHours;
  const horizon = horizonText.trim() === "" ? defaultHorizon : readPositive(horizonText);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (id !== null && hours !== null && horizon !== null) play(lossScenario([id], hours, horizon));
  };
  return (
    <form className="block" aria-labelledby="lose-title" onSubmit={submit} data-testid="lose-asset">
      <h2 id="lose-title">Lose an asset</h2>
      {id === null ? (
        <p className="soft">
          Choose one on the stage, or press <kbd>/</kbd> and search.
        </p>
      ) : (
        <p>
          <AssetLink graph={graph} id={id} />
        </p>
      )}
      <div className="fields">
        <NumberField label="Lost for" unit="h" value={hoursText} change={setHoursText} invalid={hours === null} />
        <NumberField
          label="Horizon"
          unit="h"
          value={horizonText}
          change={setHorizonText}
          invalid={horizon === null}
          {...(defaultHorizon === null ? {} : { placeholder: String(defaultHorizon) })}
        />
      </div>
      <button type="submit" className="button button-main" disabled={id === null || hours === null || horizon === null}>
        Lose it
      </button>
    </form>
  );
}
