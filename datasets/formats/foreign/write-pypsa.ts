import { type Asset, type Connection, type Dataset } from "../../../analyzer/index.ts";
import type { Cells } from "../cell.ts";
import { csvText } from "../csv-text.ts";
import { rowCells } from "../row-cells.ts";
import { writeDatasetFolder } from "../write-dataset.ts";
import type { Lost, Written } from "./format.ts";

/** Files of ours in the folder, which PyPSA passes over. */
export const pypsaDependencies = "knockon_dependencies.csv";
export const pypsaDescription = "knockon_dataset.json";

/**
 * A dataset as a network of PyPSA: every asset is a bus, and what it produces and consumes of electricity a generator and a
 * load of its name at it. Connections of electricity both ways are lines, others links. PyPSA keeps columns that it does not
 * know, so that nothing is lost.
 */
export function writePypsa(dataset: Dataset): Written {
  const { "dataset.json": description = "", "dependencies.csv": dependencies = "" } = Object.fromEntries(
    writeDatasetFolder(dataset),
  );
  const amounts = (of: "produces" | "consumes"): { id: string; amount: number }[] =>
    dataset.assets.flatMap((asset) => {
      const stated = asset[of]?.find(({ commodity }) => commodity === "electricity")?.amount;
      return stated === undefined ? [] : [{ id: asset.id, amount: stated }];
    });
  const tables: readonly (readonly [string, readonly string[], readonly Cells[]])[] = [
    ["network.csv", ["name"], [{ name: dataset.description.title }]],
    ["buses.csv", ["name", "x", "y", "asset_name"], dataset.assets.map(bus)],
    ["lines.csv", branchHeader("s_nom"), dataset.connections.filter(isLine).map((row) => branch(row, "s_nom"))],
    ["links.csv", branchHeader("p_nom"), dataset.connections.filter((row) => !isLine(row)).map(link)],
    ["generators.csv", [], amounts("produces").map(({ id, amount }) => ({ name: id, bus: id, p_nom: amount }))],
    ["loads.csv", [], amounts("consumes").map(({ id, amount }) => ({ name: id, bus: id, p_set: amount }))],
  ];
  const files = tables
    .filter(([path, , rows]) => rows.length > 0 || path === "buses.csv")
    .map(([path, header, rows]): [string, string] => {
      return [path, csvText([...new Set([...header, ...rows.flatMap((row) => Object.keys(row))])], rows)];
    });
  files.push([pypsaDescription, description]);
  if (dataset.dependencies.length > 0) files.push([pypsaDependencies, dependencies]);
  return { files: new Map(files), lost: [...lostNames("assets", dataset), ...lostNames("connections", dataset)] };
}

/** What pandas takes for an empty cell, even in quotes. */
const nothing = new Set(
  "#N/A,#NA,<NA>,N/A,NA,NULL,NaN,None,n/a,nan,null,-NaN,-nan,1.#IND,1.#QNAN,-1.#IND,-1.#QNAN,#N/A N/A".split(","),
);

function lostNames(table: "assets" | "connections", dataset: Dataset): Lost[] {
  const rows = dataset[table].filter(({ id }) => nothing.has(id)).length;
  const text =
    "PyPSA takes these names for nothing (NA, null, nan and the like), though the files have them: rename them.";
  return rows === 0 ? [] : [{ table, column: "id", rows, text }];
}

function bus(asset: Asset): Cells {
  const { id = "", name = "", lon, lat, unit, ...others } = rowCells("assets", asset);
  return present({ name: id, x: lon, y: lat, asset_name: name, ...others, capacity_unit: unit });
}

function isLine({ commodity, directed }: Connection): boolean {
  return commodity === "electricity" && directed !== true;
}

function branchHeader(size: string): string[] {
  return ["name", "bus0", "bus1", size, "length"];
}

function branch(connection: Connection, size: "s_nom" | "p_nom"): Cells {
  const { id = "", a, b, capacity, unit, length_km, ...others } = rowCells("connections", connection);
  // PyPSA takes 0 for a size that is yet to be found.
  const isPower = unit === "MW" && capacity !== undefined && capacity !== 0;
  const sized = isPower ? { [size]: capacity } : { capacity, capacity_unit: unit };
  return present({ name: id, bus0: a, bus1: b, length: length_km, ...others, ...sized });
}

function link(connection: Connection): Cells {
  return { ...branch(connection, "p_nom"), p_min_pu: connection.directed === true ? 0 : -1 };
}

function present(cells: Readonly<Record<string, string | number | boolean | undefined>>): Cells {
  return Object.fromEntries(Object.entries(cells).flatMap(([key, cell]) => (cell === undefined ? [] : [[key, cell]])));
}
