import { useMemo } from "react";
import type { GraphIndex } from "../data/graph-index.ts";
import { formatCount, formatPlural } from "../data/numbers.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { SectorMark } from "../parts/SectorMark.tsx";
import { useExplore } from "../screens/explore-context.ts";
import type { Extent } from "../state/permalink.ts";
import { setScreen, useScreen } from "../state/screen-store.ts";
import { largestCount } from "../stage/shown.ts";

const mostListed = 100;

/** What is drawn: how much, which sectors, and what has no place on a map. */
export function LayersPanel() {
  const { graph } = useExplore();
  const hidden = useScreen((screen) => screen.hiddenSectors);
  const counts = useMemo(() => countSectors(graph), [graph]);
  const toggle = (sector: string) =>
    setScreen({
      hiddenSectors: hidden.includes(sector) ? hidden.filter((each) => each !== sector) : [...hidden, sector],
    });
  return (
    <>
      <ExtentChoice />
      <section className="block" aria-labelledby="sectors-title">
        <div className="block-head">
          <h2 id="sectors-title">Sectors</h2>
          {hidden.length > 0 && (
            <button type="button" className="link" onClick={() => setScreen({ hiddenSectors: [] })}>
              Show all
            </button>
          )}
        </div>
        {graph.columns.sectors.map(({ id, title }) => (
          <label key={id} className="check">
            <input type="checkbox" checked={!hidden.includes(id)} onChange={() => toggle(id)} />
            <SectorMark sector={id} />
            <span>{title}</span>
            <span className="faint small">{formatCount(counts.get(id) ?? 0)}</span>
          </label>
        ))}
      </section>
      <WithoutPlace graph={graph} />
      <section className="block">
        <button type="button" className="button" onClick={() => setScreen({ adding: true })}>
          Add an asset
        </button>
      </section>
    </>
  );
}

function ExtentChoice() {
  const { graph } = useExplore();
  const extent = useScreen((screen) => screen.extent);
  const choices: readonly [Extent, string][] = [
    ["largest", `The ${largestCount} with most links, and what a question touches`],
    ["all", `All ${formatCount(graph.assetCount)}`],
  ];
  return (
    <fieldset className="block plain">
      <legend className="hidden-text">Assets drawn</legend>
      <h2 aria-hidden="true">Assets drawn</h2>
      {choices.map(([value, title]) => (
        <label key={value} className="check">
          <input type="radio" name="extent" checked={extent === value} onChange={() => setScreen({ extent: value })} />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}

function countSectors(graph: GraphIndex): Map<string, number> {
  const counts = new Map<string, number>();
  for (let asset = 0; asset < graph.assetCount; asset++) {
    const sector = graph.sectorOf(asset);
    counts.set(sector, (counts.get(sector) ?? 0) + 1);
  }
  return counts;
}

/** Assets that the map cannot show are listed, never dropped silently. */
function WithoutPlace({ graph }: { readonly graph: GraphIndex }) {
  const { id, lon, lat } = graph.columns.assets;
  const missing = id.filter((_, asset) => typeof lon[asset] !== "number" || typeof lat[asset] !== "number");
  if (missing.length === 0) return null;
  return (
    <details className="block" data-testid="without-place">
      <summary>
        {formatPlural(missing.length, "asset")} without a place: not on the map, in the network and the tables
      </summary>
      <ul>
        {missing.slice(0, mostListed).map((each) => (
          <li key={each}>
            <AssetLink graph={graph} id={each} />
          </li>
        ))}
      </ul>
      {missing.length > mostListed && <p className="soft">and {formatCount(missing.length - mostListed)} others</p>}
    </details>
  );
}
