import { writeFile } from "node:fs/promises";
import { writeBundle } from "../../../datasets/formats/index.ts";
import { description } from "../../support/rows.ts";
import { chainDataset } from "../jobs/chain-dataset.ts";

/** A bundle of so many assets in a row, each dependent on the one before; the checks accept it. */
export function chainBundle(assets: number): string {
  const chain = chainDataset(assets);
  const { sources } = description;
  return writeBundle({ ...chain, description: { ...chain.description, sources } });
}

/** Writes such a bundle. Returns the path. */
export async function writeChain(path: string, assets: number): Promise<string> {
  await writeFile(path, chainBundle(assets));
  return path;
}
