import "./Transfer.css";
import { useId, useState } from "react";
import { formatPlural } from "../data/numbers.ts";
import { exportAddress, useExportLosses, useFormats } from "../data/transfer.ts";
import { FormDialog } from "../edit/FormDialog.tsx";
import { Failed, Loading } from "../parts/PanelState.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { setScreen, useScreen } from "../state/screen-store.ts";
import { bytesText } from "./bytes-text.ts";

const ownFormats = [
  { id: "folder", title: "Knockon: zip of a folder of CSV files" },
  { id: "bundle", title: "Knockon: one JSON bundle" },
] as const;

/** The way out: which format, and what it cannot hold, said before anything is fetched. */
export function ExportDialog() {
  const open = useScreen((screen) => screen.transfer === "export");
  const { detail, datasetId } = useExplore();
  const close = () => setScreen({ transfer: null });
  return (
    <FormDialog title={`Export ${detail?.description.title ?? datasetId}`} open={open} close={close}>
      {open && <ExportForm close={close} />}
    </FormDialog>
  );
}

function ExportForm({ close }: { readonly close: () => void }) {
  const id = useId();
  const [format, setFormat] = useState<string>(ownFormats[0].id);
  const formats = useFormats();
  const others = formats.data?.filter(({ writes }) => writes) ?? [];
  return (
    <>
      <div className="field">
        <label htmlFor={id}>Format</label>
        <select id={id} className="input" value={format} onChange={(event) => setFormat(event.target.value)}>
          {[...ownFormats, ...others].map(({ id: each, title }) => (
            <option key={each} value={each}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {formats.isError && <Failed error={formats.error} retry={() => void formats.refetch()} />}
      <Losses format={format} close={close} />
    </>
  );
}

function Losses({ format, close }: { readonly format: string; readonly close: () => void }) {
  const { datasetId } = useExplore();
  const losses = useExportLosses(datasetId, format);
  const known = losses.isFetching ? undefined : losses.data;
  return (
    <>
      <div aria-live="polite" className="losses" data-testid="losses">
        {losses.isFetching && <Loading what="what the format can hold" lines={2} />}
        {losses.isError && !losses.isFetching && <Failed error={losses.error} retry={() => void losses.refetch()} />}
        {known?.lost.length === 0 && (
          <p className="soft">Nothing is lost: reading the file again gives the same dataset.</p>
        )}
        {known !== undefined && known.lost.length > 0 && (
          <div className="notice">
            <p>The format has no place for {formatPlural(known.lost.length, "column")}:</p>
            <ul className="loss-list">
              {known.lost.map(({ table, column, rows, text }) => (
                <li key={`${table} ${column}`}>
                  <code>
                    {table}.{column}
                  </code>{" "}
                  ({formatPlural(rows, "row")}): {text}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="small faint">
          {format === "folder"
            ? "Scenarios and overlays come with it; runs stay here."
            : "Scenarios, overlays and runs are no part of it."}{" "}
          The file holds what you see: share it as its marking allows.
        </p>
      </div>
      <div className="edit-actions">
        {known === undefined ? (
          <button type="button" className="button button-main" disabled>
            Download
          </button>
        ) : (
          <a className="button button-main" href={exportAddress(datasetId, format)} download={known.fileName}>
            Download {known.fileName} ({bytesText(known.bytes)})
          </a>
        )}
        <button type="button" className="button" onClick={close}>
          Close
        </button>
      </div>
    </>
  );
}
