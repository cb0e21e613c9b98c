import "./Zones.css";
import { useState } from "react";
import type { ZoneFlowRow, ZoneResult } from "../../analyzer/index.ts";
import { formatCount, formatHours, formatShare, formatValue } from "../data/numbers.ts";
import { useExplore } from "../screens/explore-context.ts";
import { selectState } from "../state/screen-store.ts";
import { type ZoneSendRow, type ZoneSide, type ZoneStateRow, zoneSendRows, zoneStateRows } from "./zone-rows.ts";

const sharings: Readonly<Record<ZoneResult["sharing"], string>> = {
  "own-first": "Each State serves its own first and sends on what is left.",
  shared: "A shortage is shared by all States that can send each other something.",
};

/** Who sends how much to whom, before the loss and when least demand was met, and which limit holds. */
export function Zones({ zones }: { readonly zones: readonly ZoneResult[] }) {
  return (
    <>
      {zones.map((zone) => (
        <Zone key={zone.commodity} zone={zone} />
      ))}
    </>
  );
}

const firstRows = 12;

function Zone({ zone }: { readonly zone: ZoneResult }) {
  const { graph } = useExplore();
  const [all, setAll] = useState(false);
  const { commodity, worst, before } = zone;
  const term = graph.columns.commodities.find(({ id }) => id === commodity);
  const unit = term?.unit ?? "unit of the data";
  const states = zoneStateRows(zone);
  const sends = zoneSendRows(zone);
  const rows = Math.max(states.length, sends.length);
  const most = all ? rows : firstRows;
  const demand = states.reduce((sum, row) => sum + (row.before?.demand ?? 0), 0);
  return (
    <details className="zones" open={worst !== null} data-testid="zones">
      <summary>
        <h3 className="inline">Who sends how much to whom: {term?.title ?? commodity}</h3>
      </summary>
      <p className="small soft">
        {sharings[zone.sharing]}{" "}
        {worst === null
          ? "The run meets no less demand than before."
          : `Worst at hour ${formatValue(worst.hours)}: ${formatValue(worst.metDemand)} of ${formatValue(demand)} ${unit} met, ${formatValue(before.metDemand)} before.`}
      </p>
      <States rows={states.slice(0, most)} worst={worst !== null} unit={unit} />
      {sends.length === 0 ? (
        <p className="soft">No State sends another anything.</p>
      ) : (
        <ul className="sends" data-testid="zone-flows">
          {sends.slice(0, most).map((row) => (
            <Send key={`${row.from} ${row.to}`} row={row} unit={unit} worst={worst === null ? null : worst.hours} />
          ))}
        </ul>
      )}
      {rows > most && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          All {formatCount(states.length)} States and {formatCount(sends.length)} flows
        </button>
      )}
    </details>
  );
}

interface StatesProps {
  readonly rows: readonly ZoneStateRow[];
  /** Whether there is a worst hour. */
  readonly worst: boolean;
  readonly unit: string;
}

function States({ rows, worst, unit }: StatesProps) {
  return (
    <table className="compact zone-table" data-testid="zone-states">
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col" className="number">
            Produces ({unit})
          </th>
          <th scope="col" className="number">
            Asks ({unit})
          </th>
          <th scope="col" className="number">
            Met
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <StateRow key={row.code} row={row} worst={worst} />
        ))}
      </tbody>
    </table>
  );
}

function StateRow({
  row: { code, before, worst },
  worst: hasWorst,
}: {
  readonly row: ZoneStateRow;
  readonly worst: boolean;
}) {
  const { graph } = useExplore();
  const pair = (value: (side: ZoneSide) => string) => (
    <Change before={before && value(before)} after={hasWorst ? worst && value(worst) : undefined} />
  );
  return (
    <tr data-state={code}>
      <td>
        <button type="button" className="link" onClick={() => selectState(code)}>
          {graph.stateNames.get(code) ?? code}
        </button>
      </td>
      <td className="number">{pair(({ production }) => formatValue(production))}</td>
      <td className="number">{pair(({ demand }) => formatValue(demand))}</td>
      <td className="number">{pair(({ met }) => (met === null ? "–" : formatShare(met)))}</td>
    </tr>
  );
}

interface ChangeProps {
  readonly before: string | null;
  /** Undefined where there is only one side. */
  readonly after: string | null | undefined;
}

/** A value before and after; said once where it stays. */
function Change({ before, after }: ChangeProps) {
  if (after === undefined || after === before) return <>{before ?? "–"}</>;
  return (
    <>
      <span className="soft before">{before ?? "–"} →</span> <strong>{after ?? "–"}</strong>
    </>
  );
}

interface SendProps {
  readonly row: ZoneSendRow;
  readonly unit: string;
  /** The hour of the worst side, null where there is none. */
  readonly worst: number | null;
}

function Send({ row, unit, worst }: SendProps) {
  const { graph } = useExplore();
  const name = (code: string) => graph.stateNames.get(code) ?? code;
  const most = Math.max(
    ...[row.before, row.worst].map((flow) => Math.max(flow?.capacity ?? 0, flow?.amount ?? 0)),
    1e-9,
  );
  return (
    <li data-from={row.from} data-to={row.to}>
      <p>
        {name(row.from)} <span aria-hidden="true">→</span>
        <span className="hidden-text">to</span> {name(row.to)}
      </p>
      <Flow when="before" flow={row.before} most={most} unit={unit} />
      {worst !== null && <Flow when={formatHours(worst)} flow={row.worst} most={most} unit={unit} />}
    </li>
  );
}

interface FlowProps {
  readonly when: string;
  readonly flow: ZoneFlowRow | null;
  /** What the whole width stands for. */
  readonly most: number;
  readonly unit: string;
}

/** One flow as a bar, with a tick where its limit is. */
function Flow({ when, flow, most, unit }: FlowProps) {
  const amount = flow?.amount ?? 0;
  const capacity = flow?.capacity ?? null;
  return (
    <div className="flow" data-binds={flow?.binds ?? false}>
      <span className="small soft">{when}</span>
      <span className="flow-bar" aria-hidden="true">
        <span className="flow-amount" style={{ inlineSize: `${(100 * amount) / most}%` }} />
        {capacity !== null && (
          <span className="flow-limit" style={{ insetInlineStart: `${(100 * capacity) / most}%` }} />
        )}
      </span>
      <span className="small number">
        {formatValue(amount)}
        {capacity === null ? "" : ` of ${formatValue(capacity)}`} {unit}
      </span>
      {flow?.binds === true && <span className="tag">limit holds it back</span>}
    </div>
  );
}
