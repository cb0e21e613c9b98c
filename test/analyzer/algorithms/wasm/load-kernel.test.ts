import { afterEach, describe, expect, it, vi } from "vitest";
import { bytesOfBase64, loadKernel } from "../../../../analyzer/algorithms/wasm/load-kernel.ts";
import { MemoryPlan } from "../../../../analyzer/algorithms/wasm/memory-plan.ts";

/** `(module (import "env" "memory" (memory 1)) (func (export "third") (result i32) (i32.load (i32.const 8))))` by hand. */
const third = Buffer.from(
  "0061736d0100000001050160" +
    "00017f020f0103656e76066d656d6f7279020001" +
    "030201000709010574686972640000" +
    "0a0901070041082802000b",
  "hex",
).toString("base64");

afterEach(() => vi.unstubAllGlobals());

describe("loadKernel", () => {
  it("runs a kernel over its own memory", () => {
    const kernel = loadKernel<{ third(): number }>(third, 100_000);
    expect(kernel?.memory.buffer.byteLength).toBe(2 * 65_536);
    new Int32Array(kernel!.memory.buffer)[2] = 42;
    expect(kernel?.functions.third()).toBe(42);
    expect(loadKernel<{ third(): number }>(third, 100)?.functions.third()).toBe(0);
  });

  it("takes used memory again where it is large enough", () => {
    const first = loadKernel(third, 100_000);
    expect(loadKernel(third, 100_000, first?.memory)?.memory).toBe(first?.memory);
    expect(loadKernel(third, 200_000, first?.memory)?.memory).not.toBe(first?.memory);
  });

  it("gives nothing where there is no WebAssembly, no module or no memory", () => {
    expect(loadKernel(third, 2 ** 40)).toBeNull();
    expect(loadKernel("AAAA", 100)).toBeNull();
    vi.stubGlobal("WebAssembly", undefined);
    expect(loadKernel(third, 100)).toBeNull();
  });
});

describe("bytesOfBase64", () => {
  it.each(["", "a", "ab", "abc", "\u00ff\u0000\u00fe>?"])("reads what Node writes of %j", (text) => {
    const bytes = Buffer.from(text, "latin1");
    expect([...bytesOfBase64(bytes.toString("base64"))]).toEqual([...bytes]);
  });
});

describe("MemoryPlan", () => {
  it("lays arrays out apart from one another and tells their addresses", () => {
    const plan = new MemoryPlan();
    const first = plan.copy(Int32Array.of(1, 2, 3));
    const room = plan.room(100);
    const last = plan.copy(Float64Array.of(0.5));
    expect([first % 64, room - first, last - room]).toEqual([0, 64, 128]);
    const memory = { buffer: new Uint8Array(plan.bytes).fill(7).buffer };
    const { buffer } = memory;
    const table = plan.fill(memory.buffer);
    expect([...new Uint32Array(buffer, table, 3)]).toEqual([first, room, last]);
    expect([...new Int32Array(buffer, first, 3)]).toEqual([1, 2, 3]);
    expect(new Uint8Array(buffer, room, 100).every((byte) => byte === 0)).toBe(true);
    expect(new Float64Array(buffer, last, 1)[0]).toBe(0.5);
  });
});
