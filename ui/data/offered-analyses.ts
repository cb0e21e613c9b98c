import { type AnalysisText, catalogue } from "../../analyzer/index.ts";

/** What the catalogue says of each analysis. The core itself runs behind the API; here only its texts and estimates are used. */
export const offeredAnalyses: readonly AnalysisText[] = catalogue;
