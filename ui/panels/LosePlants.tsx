import { type FormEvent, useMemo, useState } from "react";
import { aftermathHours, type Scenario, scanLossHours } from "../../analyzer/index.ts";
import type { GraphIndex } from "../data/graph-index.ts";
import { formatPlural } from "../data/numbers.ts";
import { NumberField, readPositive } from "../parts/NumberField.tsx";
import { useExplore } from "../screens/explore-context.ts";

interface KindOfState {
  readonly state: string;
  readonly kind: string;
}

/** Loses all assets of one kind in one State: its power plants, its ports. */
export function LosePlants({ play }: { readonly play: (scenario: Scenario) => void }) {
  const { graph } = useExplore();
  const [state, setState] = useState("");
  const [kind, setKind] = useState("");
  const [hoursText, setHoursText] = useState(String(scanLossHours));
  const hours = readPositive(hoursText);
  const counts = useMemo(() => countKinds(graph), [graph]);
  const kinds = [...(counts.get(state) ?? [])].sort((a, b) => b[1] - a[1]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (state === "" || kind === "" || hours === null) return;
    play(kindScenario({ state, kind }, graph.stateNames.get(state) ?? state, hours));
  };
  return (
    <form className="block" aria-labelledby="lose-kind-title" onSubmit={submit} data-testid="lose-kind">
      <h2 id="lose-kind-title">Lose a State’s plants</h2>
      <label className="field">
        <span>State</span>
        <select
          className="input"
          value={state}
          onChange={(event) => {
            setState(event.target.value);
            setKind("");
          }}
        >
          <option value="">Choose a State</option>
          {graph.columns.states.map(({ code, name }) => (
            <option key={code} value={code}>
              {name} ({code})
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Kind</span>
        <select
          className="input"
          value={kind}
          disabled={state === ""}
          onChange={(event) => setKind(event.target.value)}
        >
          <option value="">Choose a kind</option>
          {kinds.map(([each, count]) => (
            <option key={each} value={each}>
              {each} ({count})
            </option>
          ))}
        </select>
      </label>
      <NumberField label="Lost for" unit="h" value={hoursText} change={setHoursText} invalid={hours === null} />
      <button type="submit" className="button" disabled={state === "" || kind === "" || hours === null}>
        Lose {kind === "" ? "them" : formatPlural(counts.get(state)?.get(kind) ?? 0, "asset")}
      </button>
    </form>
  );
}

function countKinds(graph: GraphIndex) {
  const counts = new Map<string, Map<string, number>>();
  for (let asset = 0; asset < graph.assetCount; asset++) {
    for (const state of graph.statesOf(asset)) {
      const kinds = counts.get(state) ?? new Map<string, number>();
      counts.set(state, kinds);
      kinds.set(graph.kindOf(asset), (kinds.get(graph.kindOf(asset)) ?? 0) + 1);
    }
  }
  return counts;
}

function kindScenario({ state, kind }: KindOfState, name: string, hours: number): Scenario {
  return {
    id: "lose-kind",
    title: `Loss of every ${kind} of ${name}`,
    horizonHours: hours + aftermathHours,
    shocks: [{ select: { kind, states: [state] }, availability: 0, fromHours: 0, hours }],
  };
}
