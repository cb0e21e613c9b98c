import { useMemo, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { formatCount } from "../data/numbers.ts";
import { search } from "../data/search.ts";
import { useExplore } from "../screens/explore-context.ts";
import { SectorMark } from "./SectorMark.tsx";

interface Props {
  readonly label: string;
  readonly invalid: boolean;
  readonly choose: (id: string) => void;
}

/** Finds one asset by typing a part of its name or id. It is empty again after each choice. */
export function AssetPicker({ label, invalid, choose }: Props) {
  const explore = useExplore();
  const [text, setText] = useState("");
  const [uses, setUses] = useState(0);
  const found = useMemo(() => search(explore.search, [], text), [explore.search, text]);
  const assets = found.hits.filter((hit) => hit.kind === "asset");
  return (
    <ComboBox
      // A new box after each use: an emptied one would open its list again.
      key={uses}
      className="field"
      isInvalid={invalid}
      items={assets}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key === null) return;
        choose(String(key));
        setText("");
        setUses(uses + 1);
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
    >
      <Label>{label}</Label>
      <Input className="input" placeholder="Search assets" />
      <Popover className="search-list" offset={4}>
        <ListBox<(typeof assets)[number]>
          renderEmptyState={() => <p className="search-empty">No asset of this name in this dataset.</p>}
        >
          {(hit) => (
            <ListBoxItem id={hit.id} textValue={hit.title} className="search-hit">
              <span>
                <SectorMark sector={hit.sector} />
              </span>
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
