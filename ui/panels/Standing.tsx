import { formatHours, formatShare, formatValue } from "../data/numbers.ts";
import { levelAt } from "../data/run-view.ts";
import { useExplore } from "../screens/explore-context.ts";
import { useScreen } from "../state/screen-store.ts";

/** How an asset stands at the present hour of the run. */
export function Standing({ id }: { readonly id: string }) {
  const { run } = useExplore();
  const hour = useScreen((screen) => screen.hour);
  const outcome = run?.view.byId.get(id);
  if (!outcome) return <p className="standing">Not touched by this run</p>;
  const level = levelAt(outcome.outages, hour);
  const text =
    level <= 1e-9 ? "Down" : level < 1 ? `At ${formatShare(level)}` : hour < outcome.firstHours ? "Still up" : "Back";
  return (
    <p className="standing" data-out={level < 1} data-testid="standing">
      <span>
        {text} at hour {formatValue(hour)}
      </span>
      <span className="soft small">{formatHours(outcome.outageHours)} of outage in this run</span>
    </p>
  );
}
