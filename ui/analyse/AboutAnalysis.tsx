import type { AnalysisText } from "../../analyzer/index.ts";

/** What the catalogue says of how far the numbers can be trusted. */
export function AboutAnalysis({ analysis }: { readonly analysis: AnalysisText }) {
  const facts = [
    ["It gives", analysis.outputs],
    ["Limits", analysis.limits],
    ["How it was checked", analysis.checked],
    ["It costs", analysis.cost],
    ["Source", analysis.source],
  ] as const;
  return (
    <details>
      <summary>What it gives, its limits, how it was checked</summary>
      <dl className="about">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}.</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
