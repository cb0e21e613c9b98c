import { checkedBytes } from "./csv/checked-bytes.ts";

/** Bytes of a file as text, checked as `checkedBytes` does. Holds one chunk at a time. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for await (const chunk of checkedBytes(bytes, file, maxBytes)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
