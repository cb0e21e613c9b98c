// AssemblyScript: whether the bytes of a cell are its text, as far as both ends of it tell.

export const space: i32 = 0x20;
/** Put before what a spreadsheet would take for a formula. */
const guard: i32 = 0x27;

/** Whether the bytes of a cell are surely its text: no quotes are doubled, and neither end is a space or the guard of a formula. */
@inline
export function hasPlainEnds(text: usize, start: i32, end: i32): bool {
  return end > 0 && isPlain(text + start) && isPlain(text + end - 1);
}

@inline
function isPlain(at: usize): bool {
  const byte = <i32>load<u8>(at);
  return byte < 0x80 ? byte > space && byte != guard : !isWideSpace(at);
}

/** Whether a byte beyond ASCII may belong to one of Unicode's spaces: U+A0, U+1680, U+2000 to U+207F, U+3000 to U+303F, U+FEFF. */
function isWideSpace(byte: usize): bool {
  let at = byte;
  while ((load<u8>(at) & 0xc0) == 0x80) at -= 1;
  const first = <i32>load<u8>(at);
  const second = <i32>load<u8>(at, 1);
  if (first == 0xe2) return second <= 0x81;
  const spaces = first == 0xc2 ? 0xa0 : first == 0xe1 ? 0x9a : first == 0xe3 ? 0x80 : first == 0xef ? 0xbb : 0;
  return second == spaces;
}
