import type { OverlayDocument } from "../data/api-types.ts";

interface Props {
  readonly offered: readonly OverlayDocument[];
  readonly chosen: readonly string[];
  readonly change: (ids: readonly string[]) => void;
}

/** Change sets that are applied to the data before the question is asked, in the order they are ticked. */
export function OverlaysInput({ offered, chosen, change }: Props) {
  return (
    <fieldset className="overlays">
      <legend>With these change sets</legend>
      {offered.map(({ id, title }) => (
        <label key={id} className="check check-long">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => change(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
