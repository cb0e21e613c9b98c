// AssemblyScript, for all kernels: arrays in linear memory by their address. The host hands over a table of addresses.

export function at32(array: usize, index: i32): i32 {
  return load<i32>(array + ((<usize>index) << 2));
}
export function put32(array: usize, index: i32, value: i32): void {
  store<i32>(array + ((<usize>index) << 2), value);
}
export function at8(array: usize, index: i32): i32 {
  return load<u8>(array + <usize>index);
}
export function put8(array: usize, index: i32, value: i32): void {
  store<u8>(array + <usize>index, <u8>value);
}
export function at64(array: usize, index: i32): f64 {
  return load<f64>(array + ((<usize>index) << 3));
}
export function put64(array: usize, index: i32, value: f64): void {
  store<f64>(array + ((<usize>index) << 3), value);
}
export function bitsAt(array: usize, index: i32): u64 {
  return load<u64>(array + ((<usize>index) << 3));
}
export function putBits(array: usize, index: i32, value: u64): void {
  store<u64>(array + ((<usize>index) << 3), value);
}
export function entry(table: usize, index: i32): usize {
  return <usize>load<u32>(table + ((<usize>index) << 2));
}
