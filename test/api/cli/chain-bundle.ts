import { writeFile } from "node:fs/promises";
import { writeBundle } from "../../../datasets/formats/index.ts";
import { description } from "../../support/rows.ts";
import { chainDataset } from "../jobs/chain-dataset.ts";

/** Writes a bundle of so many assets in a row, each dependent on the one before; the checks accept it. Returns the path. */
export async function writeChain(path: string, assets: number): Promise<string> {
  const chain = chainDataset(assets);
  const { sources } = description;
  await writeFile(path, writeBundle({ ...chain, description: { ...chain.description, sources } }));
  return path;
}
