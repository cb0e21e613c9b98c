/** Memory of one number that several threads look at: once it is raised, whoever looks is to stop. */
export type Flag = Int32Array<SharedArrayBuffer>;

export function newFlag(): Flag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

export function raise(flag: Flag): void {
  Atomics.store(flag, 0, 1);
}

export function isRaised(flag: Flag): boolean {
  return Atomics.load(flag, 0) === 1;
}
