import { type AnalysisInput, runAnalysis } from "../../analyzer/index.ts";

/** A question as it travels to the browser. */
export interface AskedQuestion {
  readonly analysis: string;
  readonly input: AnalysisInput;
  readonly parameters: unknown;
}

/** Answers every question it is sent with the text of the result: the core as it runs in a browser's worker. */
self.addEventListener("message", ({ data }: MessageEvent<readonly AskedQuestion[]>) => {
  const quiet = { progress: () => undefined, aborted: () => false };
  const texts = data.map(({ analysis, input, parameters }) => {
    const outcome = runAnalysis(analysis, input, parameters, quiet);
    return JSON.stringify(outcome.kind === "done" ? outcome.result : outcome);
  });
  self.postMessage(texts, {});
});
