import { expect, it } from "vitest";
import { bytesText } from "../../../ui/transfer/bytes-text.ts";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 kB"],
  [9460, "9.46 kB"],
  [999_499, "999 kB"],
  [999_500, "1 MB"],
  [128 * 1024 * 1024, "134 MB"],
  [5_000_000_000_000, "5000 GB"],
])("%i bytes are %s", (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
