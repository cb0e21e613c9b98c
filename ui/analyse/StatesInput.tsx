import { useExplore } from "../screens/explore-context.ts";

interface Props {
  readonly title: string;
  readonly codes: readonly string[];
  readonly change: (codes: readonly string[]) => void;
}

/** States of a question, added one by one. */
export function StatesInput({ title, codes, change }: Props) {
  const { graph } = useExplore();
  const left = graph.columns.states.filter(({ code }) => !codes.includes(code));
  return (
    <div className="field">
      <label className="field">
        <span>{title}</span>
        <select className="input" value="" onChange={(event) => change([...codes, event.target.value])}>
          <option value="">Add a State</option>
          {left.map(({ code, name }) => (
            <option key={code} value={code}>
              {name} ({code})
            </option>
          ))}
        </select>
      </label>
      <ul className="chosen-list">
        {codes.map((code) => (
          <li key={code} className="block-head">
            <span>{graph.stateNames.get(code) ?? code}</span>
            <button
              type="button"
              className="button button-bare button-icon"
              aria-label={`Leave out ${graph.stateNames.get(code) ?? code}`}
              onClick={() => change(codes.filter((each) => each !== code))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
