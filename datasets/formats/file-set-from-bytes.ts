import { type Caps, defaultCaps } from "./caps.ts";
import type { FileSet } from "./file-set.ts";
import { ReadError } from "./read-error.ts";
import { zipFileSet } from "./zip-file-set.ts";

/** Bytes handed over at a time, so that nothing downstream works on everything at once. */
const chunkBytes = 64 * 1024;

/** The first bytes of a zip, also of an empty one. */
const zipSignatures = ["504b0304", "504b0506"];

/** The files in an upload: a zip where the bytes start as one, otherwise one JSON bundle. Never throws; its methods do. */
export function fileSetFromBytes(name: string, bytes: Uint8Array, caps: Caps = defaultCaps): FileSet {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!zipSignatures.includes(start)) return oneFile(name, bytes);
  if (bytes.length <= caps.zipBytes) return zipFileSet(name, bytes, caps);
  const refuse = () => {
    const text = `The zip is larger than ${caps.zipBytes} bytes: split it, or raise the cap.`;
    return new ReadError("FILE_TOO_LARGE", { file: name, text });
  };
  return {
    name,
    list: () => Promise.reject(refuse()),
    size: () => Promise.reject(refuse()),
    open: () => {
      throw refuse();
    },
  };
}

function oneFile(name: string, bytes: Uint8Array): FileSet {
  return {
    name,
    list: () => Promise.resolve([name]),
    size: () => Promise.resolve(bytes.length),
    async *open() {
      for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes);
    },
  };
}
