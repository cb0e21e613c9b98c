import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** Files as one zip, in the order given. No clock: the same files give the same bytes. */
export async function zipFiles(
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Promise<Uint8Array> {
  // The first day that a zip knows.
  const lastModDate = new Date(1980, 0, 1);
  const writer = new ZipWriter(new Uint8ArrayWriter(), { lastModDate, extendedTimestamp: false });
  for (const [path, content] of files) {
    await writer.add(path, typeof content === "string" ? new TextReader(content) : new Uint8ArrayReader(content));
  }
  return writer.close();
}
