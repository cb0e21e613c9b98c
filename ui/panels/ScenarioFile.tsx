import { useRef, useState } from "react";
import type { Scenario } from "../../analyzer/index.ts";

/** A scenario of any real use is a few kilobytes; a larger file was chosen by mistake. */
const mostBytes = 5_000_000;

/** Opens a scenario file of this machine. What is in it is checked by the analyzer, which names what it refuses. */
export function ScenarioFile({ play }: { readonly play: (scenario: Scenario) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const open = async (file: File) => {
    setFault(null);
    if (file.size > mostBytes) return setFault(`${file.name} is larger than 5 MB: is it a scenario?`);
    try {
      const value: unknown = JSON.parse(await file.text());
      if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("it holds no object");
      play(value as Scenario);
    } catch (error) {
      setFault(`${file.name} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <section className="block" aria-labelledby="file-title">
      <h2 id="file-title">Open a scenario file</h2>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label="Scenario file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void open(file);
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        Choose a scenario.json
      </button>
      {fault && (
        <p className="notice notice-danger" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}
