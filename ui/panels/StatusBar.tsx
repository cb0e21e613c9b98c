import "./StatusBar.css";
import { formatCount, formatPlural } from "../data/numbers.ts";
import { useExplore } from "../screens/explore-context.ts";
import { setScreen, useScreen } from "../state/screen-store.ts";

/** What is drawn and what is not, where the data is from, and that it stays here. */
export function StatusBar() {
  const { graph, detail, shown, links } = useExplore();
  const hidden = useScreen((screen) => screen.hiddenSectors);
  const view = useScreen((screen) => screen.view);
  const withoutPlace = graph.columns.assets.lon.filter((lon) => typeof lon !== "number").length;
  return (
    <footer className="status-bar" aria-label="Status" data-testid="status-bar">
      <span>
        {formatCount(shown.count)} of {formatCount(graph.assetCount)} assets drawn
      </span>
      {hidden.length > 0 && (
        <span>
          {formatPlural(hidden.length, "filter")} hides {formatCount(shown.filtered)}{" "}
          <button type="button" className="link" onClick={() => setScreen({ hiddenSectors: [] })}>
            remove
          </button>
        </span>
      )}
      {links.leftOut > 0 && <span>{formatCount(links.leftOut)} links not drawn (within States)</span>}
      {view === "map" && withoutPlace > 0 && <span>{formatPlural(withoutPlace, "asset")} without a place</span>}
      <span className="status-space" />
      <button type="button" className="link" onClick={() => setScreen({ creditsOpen: true })}>
        Credits and licences
      </button>
      <span title="Served from this machine; no request leaves it.">local only</span>
      {detail && (
        <span title={detail.hash}>
          data {detail.version}, {detail.hash.slice(0, 8)}, imported {detail.importedAt.slice(0, 10)}
        </span>
      )}
    </footer>
  );
}
