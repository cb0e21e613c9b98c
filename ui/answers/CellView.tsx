import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { selectState } from "../state/screen-store.ts";
import type { CellValue, DescribedField } from "./describe-answer.ts";
import { formatCell } from "./format-cell.ts";

/** One value: ids of assets and States lead to them, all else is text. */
export function CellView({ field, value }: { readonly field: DescribedField; readonly value: CellValue }) {
  const { graph } = useExplore();
  const { kind } = field.words;
  const ids = typeof value === "string" ? [value] : Array.isArray(value) ? value.map(String) : [];
  if (kind === "asset" && ids.length > 0) {
    return (
      <span className="links">
        {ids.map((id) => (
          <AssetLink key={id} graph={graph} id={id} />
        ))}
      </span>
    );
  }
  if (kind === "asset" && value === null) return <span className="faint">none</span>;
  if (kind === "state" && ids.length > 0) {
    return (
      <span className="links">
        {ids.map((code) => (
          <StateLink key={code} code={code} />
        ))}
      </span>
    );
  }
  return <>{formatCell(value, kind, field.path.includes("intervals") ? "interval" : (field.path.at(-1) ?? ""))}</>;
}

/** The name of a State, which selects it. */
export function StateLink({ code }: { readonly code: string }) {
  const { graph } = useExplore();
  const name = graph.stateNames.get(code);
  if (name === undefined) return <span>{code}</span>;
  return (
    <button type="button" className="link" onClick={() => selectState(code)}>
      {name}
    </button>
  );
}
