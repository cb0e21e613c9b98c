import {
  TextReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
  type ZipWriterAddDataOptions,
} from "@zip.js/zip.js";
import type { FileSet } from "../../datasets/formats/index.ts";
import { description } from "./rows.ts";

/** Files held in memory, handed over in chunks of `chunkBytes`. */
export function filesOf(contents: Readonly<Record<string, string | Uint8Array>>, chunkBytes = 1024): FileSet {
  const files = new Map(
    Object.entries(contents).map(([path, content]) => [path, typeof content === "string" ? encode(content) : content]),
  );
  const bytesOf = (path: string) => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new Error(`no file ${path}`);
    return bytes;
  };
  return {
    name: "test",
    list: () => Promise.resolve([...files.keys()]),
    size: (path) => Promise.resolve(bytesOf(path).length),
    async *open(path) {
      const bytes = bytesOf(path);
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Two assets, one dependency, no issue: what a test spoils. */
export const soundFolder: Readonly<Record<string, string>> = {
  "dataset.json": JSON.stringify(description),
  "assets.csv": [
    "id,name,sector,kind,states,lon,lat,source",
    "P1,Plant,energy,power plant,XA,1,50,made-up",
    "S1,Station,energy,substation,XA,2,51,made-up",
    "",
  ].join("\n"),
  "dependencies.csv": "provider,dependent,group,need,share,source\nP1,S1,,,,made-up\n",
};

/** A zip of the files, in order. */
export async function zipOf(
  contents: Iterable<readonly [string, string | Uint8Array]>,
  options: ZipWriterAddDataOptions = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [path, content] of contents) {
    const reader = typeof content === "string" ? new TextReader(content) : new Uint8ArrayReader(content);
    await writer.add(path, reader, options);
  }
  return writer.close();
}
