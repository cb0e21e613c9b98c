import type { Problem } from "../data/api-types.ts";
import { formatPlural } from "../data/numbers.ts";
import type { PlacedFaults } from "./place-faults.ts";
import { staleText } from "./stale-text.ts";

interface Props {
  readonly error: Error | null;
  readonly problem: Problem | null;
  readonly faults: PlacedFaults;
  readonly loadNewest: () => Promise<void>;
}

const mostSaid = 5;

/** Why an edit was not saved: what was written meanwhile, or what is wrong with it beyond its fields. */
export function EditFaults({ error, problem, faults, loadNewest }: Props) {
  if (error === null) return null;
  if (problem?.stale !== undefined) {
    return (
      <div className="notice edit-faults" role="alert">
        {staleText(problem.stale).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <button type="button" className="button" onClick={() => void loadNewest()}>
          Load revision {problem.stale.revision}, keep what I typed
        </button>
      </div>
    );
  }
  const above = problem === null ? [error.message] : faults.above;
  const atFields = faults.atField.size;
  return (
    <div className="notice notice-danger edit-faults" role="alert">
      <p>
        Nothing was saved.
        {atFields > 0 && ` ${formatPlural(atFields, "field")} ${atFields === 1 ? "needs" : "need"} another look.`}
      </p>
      {above.slice(0, mostSaid).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {above.length > mostSaid && <p>and {formatPlural(above.length - mostSaid, "other")}</p>}
    </div>
  );
}
