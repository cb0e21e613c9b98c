import { describe, expect, it } from "vitest";
import { transferableBuffers } from "../../../api/jobs/transferable-buffers.ts";

describe("buffers that can change threads", () => {
  it("are those that one array fills whole, each once, however deep", () => {
    const whole = new Float64Array(4);
    const other = new Uint8Array(3);
    const part = { whole, again: new Uint8Array(whole.buffer), rows: [{ other }], text: "x", nothing: null };
    expect(transferableBuffers(part)).toHaveLength(2);
    expect(new Set(transferableBuffers(part))).toEqual(new Set([whole.buffer, other.buffer]));
  });

  it("are not windows into larger buffers, nor shared memory", () => {
    const window = new Float64Array(10).subarray(2, 4);
    const shared = new Int32Array(new SharedArrayBuffer(8));
    expect(transferableBuffers([window, shared])).toEqual([]);
    expect(transferableBuffers(7)).toEqual([]);
  });
});
