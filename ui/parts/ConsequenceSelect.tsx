import { type Consequence, consequences } from "../../analyzer/index.ts";
import { consequenceNames } from "../data/consequence-names.ts";

interface Props {
  readonly label: string;
  readonly value: Consequence;
  readonly change: (value: Consequence) => void;
}

/** Which consequence is looked at. */
export function ConsequenceSelect({ label, value, change }: Props) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => change(consequences.find((each) => each === event.target.value) ?? value)}
      >
        {consequences.map((each) => (
          <option key={each} value={each}>
            {consequenceNames[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
