import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { formatCount, formatPlural, formatShare, formatValue } from "../data/numbers.ts";
import { levelAt } from "../data/run-view.ts";
import { SectorMark } from "../parts/SectorMark.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { selectAsset, setScreen, useScreen } from "../state/screen-store.ts";
import { type AssetColumn, type AssetOrder, assetColumns, assetRows, runColumns } from "./asset-rows.ts";
import { rowHeight } from "./row-height.ts";
import { Spacer } from "./Spacer.tsx";

const titles: Readonly<Record<AssetColumn, string>> = {
  name: "Asset",
  sector: "Sector",
  kind: "Kind",
  states: "States",
  links: "Links",
  people: "People served",
  first: "First out (h)",
  outage: "Outage (h)",
};

const numeric: ReadonlySet<AssetColumn> = new Set(["links", "people", "first", "outage"]);

/** Every asset of the dataset with what the run did to it; only the rows in sight are in the page. */
export function AssetsTable() {
  const { graph, run } = useExplore();
  const hiddenSectors = useScreen((screen) => screen.hiddenSectors);
  const [disruptedOnly, setDisruptedOnly] = useState(false);
  const view = run?.view ?? null;
  const [order, setOrder] = useState<AssetOrder>(
    view ? { column: "first", descending: false } : { column: "links", descending: true },
  );
  const rows = useMemo(
    () => assetRows(graph, view, { hiddenSectors, disruptedOnly: disruptedOnly && view !== null }, order),
    [graph, view, hiddenSectors, disruptedOnly, order],
  );
  const scroll = useRef<HTMLDivElement>(null);
  const height = useMemo(rowHeight, []);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const columns = assetColumns.filter((column) => view !== null || !runColumns.has(column));
  return (
    <div className="table-fill">
      <div className="table-tools">
        <span>{formatPlural(rows.length, "asset")}</span>
        {view && (
          <label className="check">
            <input
              type="checkbox"
              checked={disruptedOnly}
              onChange={(event) => {
                setDisruptedOnly(event.target.checked);
                if (event.target.checked) setOrder({ column: "first", descending: false });
              }}
            />
            disrupted in this run only
          </label>
        )}
        <button type="button" className="button table-add" onClick={() => setScreen({ adding: true })}>
          Add an asset
        </button>
      </div>
      <div ref={scroll} className="scroll" tabIndex={0} role="region" aria-label="Assets, scrollable">
        <table className="data-table" aria-rowcount={rows.length + 1} data-testid="assets-table">
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <Head key={column} column={column} order={order} change={setOrder} />
              ))}
              {view && <th scope="col">Now</th>}
            </tr>
          </thead>
          <tbody>
            <Spacer height={items[0]?.start ?? 0} />
            {items.map(({ index }) => (
              <AssetRow key={rows[index]} asset={rows[index] ?? 0} index={index} />
            ))}
            <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface HeadProps {
  readonly column: AssetColumn;
  readonly order: AssetOrder;
  readonly change: (order: AssetOrder) => void;
}

function Head({ column, order, change }: HeadProps) {
  const sorted = order.column === column;
  const next = { column, descending: sorted ? !order.descending : numeric.has(column) && column !== "first" };
  return (
    <th
      scope="col"
      className={numeric.has(column) ? "number" : undefined}
      aria-sort={sorted ? (order.descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" className="sort" onClick={() => change(next)}>
        {titles[column]}
      </button>
    </th>
  );
}

function AssetRow({ asset, index }: { readonly asset: number; readonly index: number }) {
  const { graph, run } = useExplore();
  const hour = useScreen((screen) => screen.hour);
  const { assets } = graph.columns;
  const id = assets.id[asset] ?? "";
  const chosen = useScreen((screen) => screen.selection?.id === id);
  const outcome = run?.view.byId.get(id);
  const level = outcome ? levelAt(outcome.outages, hour) : 1;
  const people = assets.peopleServed[asset];
  return (
    <tr aria-rowindex={index + 2} data-chosen={chosen} data-out={level < 1} data-asset={id}>
      <td>
        <button type="button" className="link" onClick={() => selectAsset(id)}>
          {assets.name[asset]}
        </button>
      </td>
      <td>
        <SectorMark sector={graph.sectorOf(asset)} /> {graph.sectorOf(asset)}
      </td>
      <td>{graph.kindOf(asset)}</td>
      <td>{graph.statesOf(asset).join(" ")}</td>
      <td className="number">{formatCount(graph.links[asset] ?? 0)}</td>
      <td className="number">{typeof people === "number" ? formatCount(people) : "–"}</td>
      {run && <td className="number">{outcome ? formatValue(outcome.firstHours) : "–"}</td>}
      {run && <td className="number">{outcome ? formatValue(outcome.outageHours) : "–"}</td>}
      {run && (
        <td className="standing-cell">{standingWord(level, outcome !== undefined && outcome.firstHours <= hour)}</td>
      )}
    </tr>
  );
}

function standingWord(level: number, wasOut: boolean): string {
  if (level <= 1e-9) return "down";
  if (level < 1) return `at ${formatShare(level)}`;
  return wasOut ? "back" : "up";
}
