/** The door of the formats of others. */
export { chooseFormat } from "./choose-format.ts";
export type { Format, Lost } from "./format.ts";
export { calledIn, type Inspection, inspectFiles } from "./inspect-files.ts";
export type { ColumnProposal } from "./propose-mapping.ts";
export { readForeign } from "./read-foreign.ts";
export { foreignFormats, type Guess } from "./registry.ts";
export { writeXlsxTemplate } from "./write-xlsx.ts";
export { withSettings } from "./with-settings.ts";
export { zipFiles } from "./zip-files.ts";
