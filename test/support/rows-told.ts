import {
  type CheckContext,
  checkDataset,
  type Dataset,
  type DatasetDescription,
  type Issue,
} from "../../analyzer/index.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow, description } from "./rows.ts";

/** Rows are counted as a file would: the header is row 1. */
export const context: CheckContext = { locate: (table, index) => ({ file: `${table}.csv`, row: index + 2 }) };
export type Brief = readonly [code: string, file: string | null, row: number | null, column: string | null];
const brief = ({ code, file, row, column }: Issue): Brief => [code, file, row, column];

/** What is told of rows besides the two sound assets A and B, with B needing A. */
export function told(parts: Partial<Dataset>, given: CheckContext = context): Brief[] {
  const dataset = datasetOf({
    ...parts,
    assets: [assetRow("A"), assetRow("B"), ...(parts.assets ?? [])],
    dependencies: [dependencyRow("A", "B"), ...(parts.dependencies ?? [])],
  });
  return checkDataset(dataset, given).map(brief);
}

/** As a third asset C that needs A, which is sound by itself. */
export const tied = (more: Parameters<typeof assetRow>[1]) => ({
  assets: [assetRow("C", more)],
  dependencies: [dependencyRow("A", "C")],
});
export const needs = (more: Parameters<typeof dependencyRow>[2]) => ({ dependencies: [dependencyRow("B", "A", more)] });
export const network = (more: Parameters<typeof dependencyRow>[2] = {}) => [
  dependencyRow("@electricity", "B", { id: "network", ...more }),
];
export const described = (more: Partial<DatasetDescription>) => ({ description: { ...description, ...more } });
export const fed = {
  assets: [assetRow("C", { produces: [{ commodity: "electricity", amount: 5 }] })],
  connections: [connectionRow("B", "C")],
};
