import { useRef, useState } from "react";
import type { Scenario } from "../../analyzer/index.ts";
import { readScenarioFile } from "../data/read-scenario-file.ts";

/** Opens a scenario file of this machine. What is in it is checked by the analyzer, which names what it refuses. */
export function ScenarioFile({ play }: { readonly play: (scenario: Scenario) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const open = async (file: File) => {
    const read = await readScenarioFile(file);
    setFault("fault" in read ? read.fault : null);
    if ("scenario" in read) play(read.scenario);
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
