import type { AssetResult, Cause } from "../../analyzer/index.ts";
import { formatHours, formatShare, formatValue } from "../data/numbers.ts";
import { type WhyStep, whySteps } from "../data/why-steps.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { goTo } from "../state/screen-store.ts";

/** Why an asset failed: the chain from the shock to it in words, then each of its outages. */
export function Why({ outcome }: { readonly outcome: AssetResult }) {
  const { graph, run } = useExplore();
  if (run === null) return null;
  const steps = whySteps(graph, run.view, outcome);
  return (
    <details className="block" open data-testid="why">
      <summary>
        <h2 className="inline">Why it failed</h2>
      </summary>
      <ol className="why">
        {steps.map((step) => (
          <li key={step.id} data-border={step.border !== null} data-step={step.id}>
            <AssetLink graph={graph} id={step.id} />
            <p className="soft">
              {step.border && (
                <span className="crossing">
                  {step.border.from.join(" ")} → {step.border.to.join(" ")}
                </span>
              )}{" "}
              <StepWords step={step} />
            </p>
          </li>
        ))}
      </ol>
      <Outages outcome={outcome} />
    </details>
  );
}

function StepWords({ step }: { readonly step: WhyStep }) {
  const { graph } = useExplore();
  const fell = step.level <= 1e-9 ? "went down" : `fell to ${formatShare(step.level)}`;
  const at = (
    <button type="button" className="link" onClick={() => goTo(step.fromHours)}>
      hour {formatValue(step.fromHours)}
    </button>
  );
  if (step.cause === "shock")
    return (
      <>
        The scenario hits it: it {fell} at {at}.
      </>
    );
  return (
    <>
      It {fell} at {at}: its input “{groupWords(graph.columns.dependencies, step.cause)}” came up short
      {step.heldHours > 0 && `, ${formatHours(step.heldHours)} after what it needs fell (buffer or lag)`}.
    </>
  );
}

/** A group of its own is named after its row, which says little: then the provider says more. */
function groupWords(dependencies: { readonly id: readonly string[] }, cause: Exclude<Cause, "shock">): string {
  return dependencies.id.includes(cause.group) ? `from ${cause.provider}` : cause.group;
}

function Outages({ outcome }: { readonly outcome: AssetResult }) {
  const { graph } = useExplore();
  return (
    <table className="compact" aria-label="Outages">
      <thead>
        <tr>
          <th scope="col" className="number">
            From (h)
          </th>
          <th scope="col" className="number">
            To (h)
          </th>
          <th scope="col" className="number">
            Level
          </th>
          <th scope="col">Short of</th>
        </tr>
      </thead>
      <tbody>
        {outcome.outages.map(({ fromHours, toHours, level, cause }) => (
          <tr key={fromHours}>
            <td className="number">{formatValue(fromHours)}</td>
            <td className="number">{formatValue(toHours)}</td>
            <td className="number">{formatShare(level)}</td>
            <td>{cause === "shock" ? "hit by the scenario" : <AssetLink graph={graph} id={cause.provider} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
