import type { System } from "../../system/system.ts";

/** All members of all input groups of some assets: closed, nothing that others lose can lower these assets. O(members). */
export function protectedMembers({ assetGroupStart, memberStart }: System, assets: readonly number[]): Int32Array {
  const members: number[] = [];
  for (const asset of assets) {
    const first = memberStart[assetGroupStart[asset]!]!;
    const end = memberStart[assetGroupStart[asset + 1]!]!;
    for (let member = first; member < end; member += 1) members.push(member);
  }
  return Int32Array.from(members);
}
