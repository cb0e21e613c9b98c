import { Cascade } from "../algorithms/cascade/cascade.ts";
import type { PieceGround } from "../measures/ground.ts";
import type { System } from "../system/system.ts";
import type { Territory } from "../system/territory.ts";

/** What a thread is sent to do pieces: once it lies in shared memory, sending it copies no array. */
export interface SharedGround {
  readonly system: System;
  readonly territory: Territory;
}

/**
 * The same value with every typed array in memory that threads share. Where there is no such memory (a page that is not
 * isolated) arrays stay as they are and are copied when sent.
 *
 * Cost: one copy of every array that is not shared yet.
 */
export function inSharedMemory<Value>(value: Value): Value {
  if (typeof SharedArrayBuffer === "undefined" || value === null || typeof value !== "object") return value;
  if (ArrayBuffer.isView(value)) return sharedView(value) as Value;
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => item === null || typeof item !== "object");
    return isPlain ? value : (value.map((item: unknown) => inSharedMemory(item)) as Value);
  }
  if (value instanceof SharedArrayBuffer) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inSharedMemory(item)])) as Value;
}

function sharedView(view: ArrayBufferView): ArrayBufferView {
  if (view.buffer instanceof SharedArrayBuffer) return view;
  const bytes = new Uint8Array(new SharedArrayBuffer(view.byteLength));
  bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  const { constructor } = view as unknown as {
    readonly constructor: new (buffer: SharedArrayBuffer) => ArrayBufferView;
  };
  return new constructor(bytes.buffer);
}

/** What has to be sent to another thread of a ground. */
export function shareGround({ cascade, territory }: PieceGround): SharedGround {
  return { system: inSharedMemory(cascade.system), territory: inSharedMemory(territory) };
}

/** The ground on the other side: the arrays are shared, the state of the engine is the thread's own. */
export function restoreGround({ system, territory }: SharedGround): PieceGround {
  return { cascade: new Cascade(system), territory };
}
