import type { Dataset } from "../../analyzer/index.ts";
import type { FileSet } from "../../datasets/formats/file-set.ts";
import type { Format, Written } from "../../datasets/formats/foreign/format.ts";
import { type ForeignOptions, readForeign } from "../../datasets/formats/foreign/read-foreign.ts";
import type { ReadOutcome } from "../../datasets/formats/read-dataset.ts";
import { filesOf as filesInMemory } from "./rows-as-files.ts";
import { SeededRandom } from "./seeded-random.ts";

const chunkBytes = 1009;

/** Files in memory, handed over in chunks of a length that cuts words in two. */
export function filesOf(name: string, files: ReadonlyMap<string, string | Uint8Array>): FileSet {
  return { ...filesInMemory(Object.fromEntries(files), chunkBytes), name };
}

export function readFiles(
  format: Format,
  files: ReadonlyMap<string, string | Uint8Array>,
  options: Partial<ForeignOptions> = {},
): Promise<ReadOutcome> {
  return readForeign(filesOf([...files.keys()][0] ?? "nothing", files), format, {
    retrieved: "2026-01-01",
    ...options,
  });
}

/** A dataset written and read again. */
export async function roundTrip(
  format: Format,
  dataset: Dataset,
): Promise<{ readonly written: Written; readonly outcome: ReadOutcome }> {
  if (format.write === null) throw new Error(`${format.id} is not written`);
  const written = await format.write(dataset);
  return { written, outcome: await readFiles(format, written.files) };
}

/** One of the ways in which a file is damaged: bytes changed, taken out, doubled, put in, or cut off. */
function damaged(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const at = random.below(Math.max(1, bytes.length));
  const length = 1 + random.below(40);
  const before = bytes.subarray(0, at);
  const after = bytes.subarray(Math.min(bytes.length, at + length));
  const taken = bytes.subarray(at, at + length);
  switch (random.below(6)) {
    case 0:
      return Buffer.concat([before, Buffer.from([random.below(256)]), bytes.subarray(at + 1)]);
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, taken, taken, after]);
    case 3:
      return before;
    case 4:
      return Buffer.concat([before, Buffer.from(odd[random.below(odd.length)] ?? ""), bytes.subarray(at)]);
    default:
      return Buffer.concat([before, Buffer.from(odd[random.below(odd.length)] ?? ""), after]);
  }
}

/** What breaks readers, one a line. */
const odd = `"
<
>
&
&lt;
<!DOCTYPE x [<!ENTITY e 'e'>]>
&e;
{
}
[
]
,
null
true
-1
1e999
NaN
Infinity
[[[[[[[[
=cmd()
__proto__
constructor
';
%`
  .split("\n")
  .concat("\n", "\0", "\u{feff}", "\u{202e}");

/** So many damaged versions of files: one file of each has up to three faults. */
export function* damagedFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
  times: number,
): Generator<ReadonlyMap<string, string | Uint8Array>> {
  const random = new SeededRandom(17);
  const paths = [...files.keys()];
  for (let time = 0; time < times; time += 1) {
    const path = paths[random.below(paths.length)] ?? "";
    const content = files.get(path) ?? "";
    let bytes: Uint8Array = typeof content === "string" ? Buffer.from(content) : content;
    for (let faults = 1 + random.below(3); faults > 0; faults -= 1) bytes = damaged(bytes, random);
    yield new Map([...files, [path, bytes]]);
  }
}

/** Reads so many damaged versions of files; each must end with issues or a dataset, and never throw. */
export async function readDamaged(
  format: Format,
  files: ReadonlyMap<string, string | Uint8Array>,
  times: number,
  options: Partial<ForeignOptions> = {},
): Promise<{ readonly refused: number; readonly read: number; readonly unplaced: readonly string[] }> {
  const unplaced: string[] = [];
  let refused = 0;
  let time = -1;
  for (const broken of damagedFiles(files, times)) {
    time += 1;
    const outcome = await readFiles(format, broken, options);
    if (outcome.dataset !== null) continue;
    refused += 1;
    const errors = outcome.issues.filter(({ severity }) => severity === "error");
    if (!errors.some(({ file }) => file !== null)) unplaced.push(`damage ${time}: ${JSON.stringify(errors[0])}`);
  }
  return { refused, read: times - refused, unplaced };
}
