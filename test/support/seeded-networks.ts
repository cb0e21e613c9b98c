import { SeededRandom } from "./seeded-random.ts";

/** Who supplies whom, and where everybody is: suppliers of asset i are `supplier[start[i]] .. supplier[start[i + 1] - 1]`. */
export interface SupplyNetwork {
  readonly start: Int32Array;
  readonly supplier: Int32Array;
  /** [asset] State 0..29 and sector 0..5. */
  readonly state: Uint8Array;
  readonly sector: Uint8Array;
}

export const families = ["scale-free", "spatial", "modular"] as const;
export type Family = (typeof families)[number];

export const seededStateCount = 30;
export const seededSectorCount = 6;
/** Suppliers of an asset: 4 in the mean. */
const suppliersMost = 7;

/** A network of a family, about four suppliers per asset, in random label order. */
export function supplyNetwork(family: Family, assetCount: number, seed: number): SupplyNetwork {
  const random = new SeededRandom(seed);
  const made =
    family === "scale-free"
      ? scaleFree(assetCount, random)
      : family === "spatial"
        ? spatial(assetCount, random)
        : modular(assetCount, random);
  return relabelled(made, random.permutation(assetCount));
}

/** Collects the suppliers of one asset after the other, each once and never the asset itself. */
class SupplierLists {
  readonly start: Int32Array;
  count = 0;
  private readonly supplier: Int32Array;
  private asset = -1;

  constructor(assetCount: number) {
    this.start = new Int32Array(assetCount + 1);
    this.supplier = new Int32Array(assetCount * suppliersMost);
  }

  begin(asset: number): void {
    this.asset = asset;
    this.start[asset] = this.count;
  }

  add(supplier: number): void {
    if (supplier === this.asset) return;
    for (let at = this.start[this.asset]!; at < this.count; at += 1) if (this.supplier[at] === supplier) return;
    this.supplier[this.count] = supplier;
    this.count += 1;
  }

  /** A supplier noted before, of whomever. */
  any(random: SeededRandom): number {
    return this.supplier[random.below(this.count)]!;
  }

  lists(): Pick<SupplyNetwork, "start" | "supplier"> {
    this.start[this.start.length - 1] = this.count;
    return { start: this.start, supplier: this.supplier.slice(0, this.count) };
  }
}

/**
 * Preferential attachment by copying (Kumar et al. 2000): a supplier is often one that somebody has already, so that few
 * supply many; one in ten is drawn from all, so that loops exist.
 */
function scaleFree(assetCount: number, random: SeededRandom): SupplyNetwork {
  const lists = new SupplierLists(assetCount);
  const state = new Uint8Array(assetCount);
  const sector = new Uint8Array(assetCount);
  for (let asset = 0; asset < assetCount; asset += 1) {
    state[asset] = random.below(seededStateCount);
    sector[asset] = random.below(seededSectorCount);
    lists.begin(asset);
    for (let wanted = 1 + random.below(suppliersMost); wanted > 0; wanted -= 1) {
      if (asset === 0 || random.unit() < 0.1) lists.add(random.below(assetCount));
      else if (lists.count > 0 && random.unit() < 0.6) lists.add(lists.any(random));
      else lists.add(random.below(asset));
    }
  }
  return { ...lists.lists(), state, sector };
}

/** Points in a square; an asset is supplied by the nearest of other sectors. A State is a cell of a grid of 6 by 5. */
function spatial(assetCount: number, random: SeededRandom): SupplyNetwork {
  const x = new Float64Array(assetCount);
  const y = new Float64Array(assetCount);
  const sector = new Uint8Array(assetCount);
  const state = new Uint8Array(assetCount);
  const side = Math.max(1, Math.floor(Math.sqrt(assetCount / 12)));
  const cells = Array.from({ length: side * side }, (): number[] => []);
  for (let asset = 0; asset < assetCount; asset += 1) {
    x[asset] = random.unit();
    y[asset] = random.unit();
    sector[asset] = random.below(seededSectorCount);
    state[asset] = Math.floor(y[asset]! * 5) * 6 + Math.floor(x[asset]! * 6);
    cells[Math.floor(y[asset]! * side) * side + Math.floor(x[asset]! * side)]!.push(asset);
  }
  const lists = new SupplierLists(assetCount);
  for (let asset = 0; asset < assetCount; asset += 1) {
    const distance = (other: number) => (x[asset]! - x[other]!) ** 2 + (y[asset]! - y[other]!) ** 2;
    const near: number[] = [];
    const column = Math.floor(x[asset]! * side);
    const row = Math.floor(y[asset]! * side);
    for (let down = Math.max(0, row - 1); down <= Math.min(side - 1, row + 1); down += 1) {
      for (let right = Math.max(0, column - 1); right <= Math.min(side - 1, column + 1); right += 1) {
        near.push(...cells[down * side + right]!.filter((other) => sector[other] !== sector[asset]));
      }
    }
    near.sort((one, other) => distance(one) - distance(other) || one - other);
    lists.begin(asset);
    for (const supplier of near.slice(0, Math.min(5, 1 + random.below(suppliersMost)))) lists.add(supplier);
  }
  return { ...lists.lists(), state, sector };
}

/** Suppliers mostly of the own State, half of them energy and telecoms, with hubs inside every block of State and sector. */
function modular(assetCount: number, random: SeededRandom): SupplyNetwork {
  const state = new Uint8Array(assetCount);
  const sector = new Uint8Array(assetCount);
  const blocks = Array.from({ length: seededStateCount * seededSectorCount }, (): number[] => []);
  for (let asset = 0; asset < assetCount; asset += 1) {
    // States are of unequal size.
    state[asset] = Math.floor(seededStateCount * random.unit() ** 1.6);
    sector[asset] = random.below(seededSectorCount);
    blocks[state[asset]! * seededSectorCount + sector[asset]!]!.push(asset);
  }
  const neighbour = (of: number) => (of + (random.unit() < 0.5 ? 1 : seededStateCount - 1)) % seededStateCount;
  const lists = new SupplierLists(assetCount);
  for (let asset = 0; asset < assetCount; asset += 1) {
    lists.begin(asset);
    for (let wanted = 1 + random.below(suppliersMost); wanted > 0; wanted -= 1) {
      const isForeign = random.unit() < 0.06;
      const home = state[asset]!;
      const from = !isForeign ? home : random.unit() < 0.7 ? neighbour(home) : random.below(seededStateCount);
      const of = random.unit() < 0.5 ? (random.unit() < 0.6 ? 0 : 1) : random.below(seededSectorCount);
      const block = blocks[from * seededSectorCount + of]!;
      if (block.length > 0) lists.add(block[Math.floor(block.length * random.unit() ** 3)]!);
    }
  }
  return { ...lists.lists(), state, sector };
}

/** The same network under other numbers, so that no method profits from the order of making. */
function relabelled({ start, supplier, state, sector }: SupplyNetwork, nameOf: Int32Array): SupplyNetwork {
  const assetCount = nameOf.length;
  const renamed: SupplyNetwork = {
    start: new Int32Array(assetCount + 1),
    supplier: new Int32Array(supplier.length),
    state: new Uint8Array(assetCount),
    sector: new Uint8Array(assetCount),
  };
  nameOf.forEach((name, asset) => {
    renamed.start[name + 1] = start[asset + 1]! - start[asset]!;
    renamed.state[name] = state[asset]!;
    renamed.sector[name] = sector[asset]!;
  });
  for (let name = 0; name < assetCount; name += 1) renamed.start[name + 1]! += renamed.start[name]!;
  nameOf.forEach((name, asset) => {
    for (let at = start[asset]!; at < start[asset + 1]!; at += 1) {
      renamed.supplier[renamed.start[name]! + at - start[asset]!] = nameOf[supplier[at]!]!;
    }
  });
  return renamed;
}
