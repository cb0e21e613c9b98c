import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BinaryLayout } from "../../analyzer/algorithms/closure/binary-layout.ts";
import { projectFolder } from "../../api/project-folder.ts";
import { families, type Family } from "../support/seeded-networks.ts";
import { type Mix, mixes, seededLayout, type SeededSystem, seededSystem } from "../support/seeded-systems.ts";
import { writeColumns } from "./columns-file.ts";
import { inputChecksums } from "./input-checksums.ts";
import { type SizeName, sizes } from "./options.ts";

/** Where inputs, environments and compiled twins are kept; ignored by git. */
export const benchCache = join(projectFolder(), ".cache", "bench");

const mixTitles: Readonly<Record<Mix, string>> = { critical: "all critical", mixed: "mixed", robust: "robust" };

/** One seeded system, as kernels and as peers read it. */
export interface SeededInput {
  readonly family: Family;
  readonly mix: Mix;
  /** `scale-free all critical 10k` */
  readonly name: string;
  readonly system: SeededSystem;
  readonly layout: BinaryLayout;
  /** Assets, dependencies and groups. */
  readonly size: string;
  /** Groups, people and States as columns, and the layout of the kernels as columns. */
  readonly systemFile: string;
  readonly layoutFile: string;
}

/** The seeded systems of a size whose name holds `only`, one at a time. Throws where one is not what it was. */
export async function* seededInputs(size: SizeName, only: string | null): AsyncGenerator<SeededInput> {
  const names = systemNames(size);
  const isNamed = names.some(({ name }) => only !== null && name.includes(only));
  for (const { family, mix, name } of names) {
    if (!isNamed || (only !== null && name.includes(only))) yield await seededInput(family, mix, size);
  }
}

/** Whether one of the seeded systems of a size is called so. */
export function namesSystem(size: SizeName, only: string): boolean {
  return systemNames(size).some(({ name }) => name.includes(only));
}

function systemNames(size: SizeName) {
  const mixNames = Object.keys(mixes) as Mix[];
  return families.flatMap((family) => mixNames.map((mix) => ({ family, mix, name: systemName(family, mix, size) })));
}

function systemName(family: Family, mix: Mix, size: SizeName): string {
  return `${family} ${mixTitles[mix]} ${size}`;
}

/** Makes a system and writes its files. */
export async function seededInput(family: Family, mix: Mix, size: SizeName): Promise<SeededInput> {
  await mkdir(benchCache, { recursive: true });
  const system = seededSystem(family, mix, sizes[size]);
  const layout = seededLayout(system);
  const file = join(benchCache, `${family}-${mix}-${size}`);
  const systemFile = `${file}.system`;
  const layoutFile = `${file}.layout`;
  const checksum = await writeColumns(systemFile, systemColumns(system));
  const known = inputChecksums[`${family} ${mix} ${size}`];
  if (checksum !== known) throw new Error(`${file}: the system is ${checksum}, in the repository ${known ?? "none"}`);
  await writeColumns(layoutFile, layoutColumns(layout));
  const { owner, member } = system.groups;
  return {
    family,
    mix,
    name: systemName(family, mix, size),
    system,
    layout,
    size: `${layout.nodeCount} assets, ${member.length} dependencies, ${owner.length} groups`,
    systemFile,
    layoutFile,
  };
}

/** As `peers.py` reads a system. */
export function systemColumns({ groups, territory }: SeededSystem) {
  const { owner, failuresNeeded, memberStart, member } = groups;
  return [owner, failuresNeeded, memberStart, member, territory.peopleServed, territory.stateOf];
}

/** As `limit/layout.h` reads a layout. */
function layoutColumns(layout: BinaryLayout) {
  if (layout.slack.length > 0) throw new RangeError("a seeded system has no groups of unequal shares");
  return [
    layout.criticalStart,
    layout.critical,
    layout.countedStart,
    layout.counted,
    layout.countedOwner,
    layout.failuresNeeded,
    layout.people,
    layout.mark,
    layout.homeClass,
    layout.classStateStart,
    layout.classState,
    layout.classSector,
    Int32Array.of(layout.stateCount, layout.sectorCount),
  ];
}

/** `count` sources of a system, evenly spread over its labels, which are in random order. */
export function sampleSources(assetCount: number, count: number): Int32Array {
  const taken = Math.min(assetCount, count);
  return Int32Array.from({ length: taken }, (_, at) => Math.floor((at * assetCount) / taken));
}
