// AssemblyScript: `countRows`.

const lineFeed: i32 = 0x0a;

/** How many line feeds there are from an address on; what lies up to 63 bytes behind them is looked at and may be anything. */
export function count(at: usize, length: i32): i32 {
  let rows: i32 = 0;
  const isLineFeed = i8x16.splat(<i8>lineFeed);
  for (let from: i32 = 0; from < length; from += 64) {
    const text = at + from;
    const low = <u32>i8x16.bitmask(i8x16.eq(v128.load(text), isLineFeed));
    const second = <u32>i8x16.bitmask(i8x16.eq(v128.load(text, 16), isLineFeed));
    const third = <u32>i8x16.bitmask(i8x16.eq(v128.load(text, 32), isLineFeed));
    const high = <u32>i8x16.bitmask(i8x16.eq(v128.load(text, 48), isLineFeed));
    let found = <u64>(low | (second << 16)) | (<u64>(third | (high << 16)) << 32);
    if (length - from < 64) found &= (<u64>1 << (length - from)) - 1;
    rows += <i32>popcnt(found);
  }
  return rows;
}
