import { useMemo, useState } from "react";
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { formatCount } from "../data/numbers.ts";
import { type Command, type Hit, search } from "../data/search.ts";
import { SectorMark } from "../parts/SectorMark.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { requestFit, selectAsset, selectState, setScreen, setView } from "../state/screen-store.ts";

interface Action extends Command {
  readonly run: () => void;
}

const actions: readonly Action[] = [
  {
    id: "rank",
    title: "Rank all assets",
    note: "what matters most",
    run: () => setScreen({ panel: "ranking", panelOpen: true }),
  },
  {
    id: "play",
    title: "Play a scenario",
    note: "shipped with the dataset",
    run: () => setScreen({ panel: "scenario", panelOpen: true }),
  },
  {
    id: "ask",
    title: "Ask a question",
    note: "chance, sets, structure",
    run: () => setScreen({ panel: "analyse", panelOpen: true }),
  },
  { id: "map", title: "Show the map", note: "G", run: () => setView("map") },
  { id: "network", title: "Show the network", note: "G", run: () => setView("network") },
  { id: "table", title: "Show the tables", note: "all that the picture shows, in words", run: () => setView("table") },
  { id: "add", title: "Add an asset", note: "to this dataset", run: () => setScreen({ adding: true }) },
  {
    id: "import",
    title: "Import a dataset",
    note: "from a file of any format",
    run: () => setScreen({ transfer: "import" }),
  },
  {
    id: "export",
    title: "Export this dataset",
    note: "and see what a format cannot hold",
    run: () => setScreen({ transfer: "export" }),
  },
  { id: "fit", title: "Show all", note: "F", run: requestFit },
];

const keyOf = (hit: Hit) => `${hit.kind}:${hit.id}`;

function act(hit: Hit): void {
  if (hit.kind === "asset") selectAsset(hit.id);
  else if (hit.kind === "state") selectState(hit.id);
  else actions.find(({ id }) => id === hit.id)?.run();
}

/** Finds assets, States and commands: the first 25, then how many others there are. */
export function SearchBox() {
  const explore = useExplore();
  const [text, setText] = useState("");
  const [uses, setUses] = useState(0);
  const found = useMemo(() => search(explore.search, actions, text), [explore.search, text]);
  return (
    <ComboBox
      // A new box after each use: an emptied one would open its list again.
      key={uses}
      className="search"
      data-search=""
      aria-label="Search for an asset, a State or a command"
      items={found.hits.map((hit) => ({ ...hit, key: keyOf(hit) }))}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={(key) => {
        const hit = found.hits.find((each) => keyOf(each) === key);
        if (hit === undefined) return;
        act(hit);
        setText("");
        setUses(uses + 1);
        // On to what was found; the keys of the page work from there.
        requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-found]")?.focus());
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
    >
      <div className="search-field">
        <Input className="input" placeholder="Search assets, States, commands" />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <Popover className="search-list" offset={4}>
        <ListBox<Hit & { readonly key: string }>
          renderEmptyState={() => <p className="search-empty">Nothing of this name in this dataset.</p>}
        >
          {(hit) => (
            <ListBoxItem id={hit.key} textValue={hit.title} className="search-hit">
              <span>{hit.kind === "asset" && <SectorMark sector={hit.sector} />}</span>
              <strong>{hit.title}</strong>
              <small>{hit.note}</small>
            </ListBoxItem>
          )}
        </ListBox>
        {found.others > 0 && (
          <p className="search-more">and {formatCount(found.others)} others: type more to narrow down</p>
        )}
      </Popover>
    </ComboBox>
  );
}
