import { idOrder } from "../id-order.ts";
import type { CellBlock } from "./cell-block.ts";

/** The ids of rows, most of which are different: kept as they come. */
export class IdTexts {
  readonly #texts: string[] = [];
  readonly lengths = new Set<number>();
  /** Whether all are visible ASCII, of 1 to 100 characters, and none starts as a network. */
  arePlain = true;

  append(block: CellBlock, column: number): void {
    for (let row = 0; row < block.rowCount; row += 1) {
      this.push(block.cellText(block.rowStart[row]! + column).trim());
    }
  }

  push(text: string): void {
    this.#texts.push(text);
    this.lengths.add(text.length);
    this.arePlain &&= /^[!-?A-~][!-~]{0,99}$/.test(text);
  }

  textAt(index: number): string {
    return this.#texts[index]!;
  }

  areDifferent(order: Int32Array): boolean {
    for (let at = 1; at < order.length; at += 1)
      if (this.#texts[order[at - 1]!] === this.#texts[order[at]!]) return false;
    return true;
  }

  order(): Int32Array {
    return idOrder(this.#texts);
  }
}
