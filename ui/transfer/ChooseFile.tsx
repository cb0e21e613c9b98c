import { useRef, useState } from "react";
import { useFormats } from "../data/transfer.ts";
import { formatList } from "./format-list.ts";

interface Props {
  readonly choose: (file: File) => void;
  readonly close: () => void;
}

/** The first step: a file of this machine. */
export function ChooseFile({ choose, close }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const formats = useFormats();
  const readable = formats.data?.filter(({ reads }) => reads).map(({ title }) => title) ?? [];
  return (
    <>
      <div
        className="drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file) choose(file);
        }}
      >
        <input
          ref={input}
          type="file"
          hidden
          aria-label="File to import"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = "";
            if (file) choose(file);
          }}
        />
        <button type="button" className="button button-main" onClick={() => input.current?.click()}>
          Choose a file
        </button>
        <p className="soft">or drop it here. Several files, such as a folder of tables, come as one zip.</p>
      </div>
      <p className="small faint">
        A dataset of Knockon (zip of its folder, or JSON bundle){readable.length > 0 && ", or "}
        {formatList(readable)}. The file goes to the service on this machine and nowhere else. Nothing is written before
        you say so.
      </p>
      <div className="edit-actions">
        <button type="button" className="button" onClick={close}>
          Close
        </button>
      </div>
    </>
  );
}
