// AssemblyScript: the table of `ByteDictionary`. Texts lie in the order of their numbers, 16 bytes each: up to 15 of the text,
// filled up with zeros, and how many they are. A longer text lies by itself, and there are its address, its length, its hash and
// 255. A slot has the number of a text + 1 and, in the bits above it, those of its hash that do not tell the slot: other texts are
// told apart without being looked at.

import { at32, entry, put32 } from "../../../analyzer/algorithms/wasm/linear-memory.as";
import { cellsOf, endOf, firstCells, startOf, textOf } from "./wasm/block-head.as";
import { hasPlainEnds, space } from "./wasm/plain-ends.as";

const textShift: i32 = 4;
const shortBytes: i32 = 15;
const isLong: i32 = 255;
/** Rows that are looked at together: memory that is far away is then fetched for all of them at a time. */
const together: i32 = 128;
/** So many texts are near anyway. */
const nearTexts: i32 = 512;

// Words of the head, as `ByteDictionary` lays them out.
const slotsWord: i32 = 0;
const hashShiftWord: i32 = 1;
const countWord: i32 = 2;
const roomWord: i32 = 3;
const textsWord: i32 = 4;
const longAtWord: i32 = 5;
const longEndWord: i32 = 6;
const stopWord: i32 = 7;
const seedBytes: usize = 32;
/** The hashes of the rows that are looked at together, and then the numbers that their texts have if any, -1 for none. */
const hashesBytes: usize = 64;
/** Sixteen bytes with all bits set and sixteen with none: read from between, they tell the bytes of a text from those behind. */
const masksBytes: usize = 576;
/** Numbers of texts met last, by a little of the text; -1 for none. */
const metBytes: usize = 608;
const metShift: u64 = 58;
/** The texts of these rows as they are kept, and what is none where a cell may be something else. */
const looksBytes: usize = 864;
/** What is only fetched, so that it is near. */
const fetchedWord: i32 = 10;

// Why the numbering of rows stopped.
const lacksRoom: i32 = 0;
const isUnclear: i32 = 1;

/** Code of a text that there is no room for. */
const noRoom: i32 = -2;

const multiplier: u64 = 0x9e3779b97f4a7c15;

/** One factor times the other: what a difference makes of the hash hangs on the seed, so that no text can be made to meet another. */
@inline
function mixed(hash: u64, word: u64): u64 {
  const both = hash ^ word;
  return ((both & 0xffffffff) * (both >> 32)) ^ both;
}

@inline
function ended(hash: u64): u32 {
  return <u32>((hash * multiplier) >> 32);
}

/** A short text as it is kept. */
@inline
function shortText(text: usize, length: i32, masks: usize): v128 {
  return i8x16.replace_lane(v128.and(v128.load(text), v128.load(masks - length, 16)), 15, <i8>length);
}

@inline
function hashOfShort(text: v128, seed: u64): u32 {
  return ended(mixed(mixed(seed, i64x2.extract_lane(text, 0)), i64x2.extract_lane(text, 1)));
}

function hashOfLong(text: usize, length: i32, seed: u64): u32 {
  let hash = seed;
  let at: i32 = 0;
  for (; at + 8 <= length; at += 8) hash = mixed(hash, load<u64>(text + at));
  return ended(mixed(mixed(hash, load<u64>(text + length - 8)), <u64>length));
}

@inline
function hashOf(text: usize, length: i32, seed: u64, masks: usize): u32 {
  return length > shortBytes ? hashOfLong(text, length, seed) : hashOfShort(shortText(text, length, masks), seed);
}

/**
 * Numbers the cells of a column from a row on. Returns the row that it stopped at: `rows` where all are numbered.
 *
 * @param isGuarded whether to stop at cells whose bytes may not be their text
 */
export function number(
  head: usize,
  block: usize,
  column: i32,
  from: i32,
  rows: i32,
  codes: usize,
  isGuarded: bool,
): i32 {
  const text = textOf(block);
  const cells = cellsOf(block);
  const rowStart = firstCells(block);
  const seed = load<u64>(head + seedBytes);
  const texts = entry(head, textsWord);
  const hashes = head + hashesBytes;
  const masks = head + masksBytes;
  put32(head, stopWord, lacksRoom);
  for (let group = from; group < rows; group += together) {
    const count = at32(head, countWord);
    if (count + together > at32(head, roomWord)) return group;
    const isFar = count > nearTexts;
    const groupEnd = min(rows, group + together);
    const groupCodes = codes + ((<usize>group) << 2);
    look(head, block, column, group, groupEnd, isGuarded, isFar);
    if (isFar) numberKnown(head, groupEnd - group, groupCodes);
    else numberMet(head, groupEnd - group, groupCodes);
    for (let row = group; row < groupEnd; row += 1) {
      if (at32(codes, row) >= 0) continue;
      const cell = at32(rowStart, row) + column;
      let start = startOf(cells, cell);
      let end = endOf(cells, cell);
      if (start == end) continue;
      if (isGuarded && !hasPlainEnds(text, start, end)) {
        while (start < end && load<u8>(text + start) == space) start += 1;
        while (start < end && load<u8>(text + end - 1) == space) end -= 1;
        if (!hasPlainEnds(text, start, end)) {
          put32(head, stopWord, isUnclear);
          return row;
        }
      }
      if (end < 0) end = ~end;
      const length = end - start;
      const at = text + start;
      const known = isFar
        ? hashes + ((<usize>(row - group)) << 2)
        : metPlace(head, shortText(at, min(length, shortBytes), masks), length);
      let code = load<i32>(known);
      if (code < 0 || !isText(keptAt(texts, code), at, length, masks)) {
        code = codeOf(head, at, length, hashOf(at, length, seed, masks));
        if (code < 0) return row;
        if (!isFar) store<i32>(known, code);
      }
      put32(codes, row, code);
    }
  }
  return rows;
}

/**
 * Lays out the texts of a column's cells as they are kept, something that is no text where a cell is empty, long or unclear; and
 * their hashes where these are asked for.
 */
function look(head: usize, block: usize, column: i32, from: i32, to: i32, isGuarded: bool, areHashed: bool): void {
  const text = textOf(block);
  const cells = cellsOf(block);
  const rowStart = firstCells(block);
  const seed = load<u64>(head + seedBytes);
  const masks = head + masksBytes;
  const hashes = head + hashesBytes;
  const looks = head + looksBytes;
  for (let row = from; row < to; row += 1) {
    const cell = at32(rowStart, row) + column;
    const start = startOf(cells, cell);
    const end = endOf(cells, cell);
    const length = end - start;
    const isShort = length > 0 && length <= shortBytes && (!isGuarded || hasPlainEnds(text, start, end));
    const kept = isShort ? shortText(text + start, length, masks) : i32x4.splat(-2);
    v128.store(looks + ((<usize>(row - from)) << textShift), kept);
    if (!areHashed) continue;
    put32(hashes, row - from, length > shortBytes ? hashOfLong(text + start, length, seed) : hashOfShort(kept, seed));
  }
}

/** Where what is kept of a text lies. */
@inline
function keptAt(texts: usize, code: i32): usize {
  return texts + ((<usize>code) << textShift);
}

/** Where the number of a text that was met lately is looked for. */
@inline
function metPlace(head: usize, kept: v128, length: i32): usize {
  return head + metBytes + (<usize>(((<u64>i64x2.extract_lane(kept, 0) + length) * multiplier) >> metShift) << 2);
}

/** A number, if it is that of a text as it is kept; -1 where it is not. What lies before the first text is no text. */
@inline
function codeIf(code: i32, texts: usize, kept: v128): i32 {
  return code < 0 || v128.any_true(v128.xor(v128.load(keptAt(texts, code)), kept)) ? -1 : code;
}

/** Numbers texts that were looked at, if they were met lately; -1 where they were not. */
function numberMet(head: usize, rows: i32, codes: usize): void {
  const texts = entry(head, textsWord);
  const looks = head + looksBytes;
  for (let row = 0; row < rows; row += 1) {
    const kept = v128.load(looks + ((<usize>row) << textShift));
    const code = load<i32>(metPlace(head, kept, i8x16.extract_lane_u(kept, 15)));
    put32(codes, row, codeIf(code, texts, kept));
  }
}

/** Numbers texts that were looked at, -1 where they are new or long; what numbers these may have takes the place of hashes. */
function numberKnown(head: usize, rows: i32, codes: usize): void {
  const shift = at32(head, hashShiftWord);
  const slots = entry(head, slotsWord);
  const texts = entry(head, textsWord);
  const hashes = head + hashesBytes;
  const looks = head + looksBytes;
  // Little else is done where memory is fetched, so that as much as can be is on its way at once.
  let fetched: i32 = 0;
  for (let row = 0; row < rows; row += 1) fetched |= at32(slots, <u32>at32(hashes, row) >>> shift);
  for (let row = 0; row < rows; row += 1) {
    const hash = <u32>at32(hashes, row);
    let slot = hash >>> shift;
    let taken = at32(slots, slot);
    while (taken != 0 && !isOf(taken, hash, shift)) taken = at32(slots, (slot = (slot + 1) & lastSlot(shift)));
    put32(hashes, row, codeOfSlot(taken, shift));
  }
  for (let row = 0; row < rows; row += 1) fetched |= load<i32>(keptAt(texts, at32(hashes, row)));
  put32(head, fetchedWord, fetched);
  for (let row = 0; row < rows; row += 1) {
    put32(codes, row, codeIf(at32(hashes, row), texts, v128.load(looks + ((<usize>row) << textShift))));
  }
}

/** The number of a text, a new one where it is met for the first time; `noRoom` where there is none for it. */
export function find(head: usize, text: usize, length: i32): i32 {
  if (at32(head, countWord) == at32(head, roomWord)) return noRoom;
  return codeOf(head, text, length, hashOf(text, length, load<u64>(head + seedBytes), head + masksBytes));
}

@inline
function lastSlot(shift: i32): u32 {
  return <u32>-1 >>> shift;
}

/** The number that a slot has, -1 where it is free. */
@inline
function codeOfSlot(taken: i32, shift: i32): i32 {
  return <i32>(taken & lastSlot(shift)) - 1;
}

/** The bits of a hash that do not tell the slot, where a slot keeps them. */
@inline
function tagOf(hash: u32, shift: i32): i32 {
  return hash << (32 - shift);
}

/** Whether what a slot has may be the number of a text with that hash. */
@inline
function isOf(taken: i32, hash: u32, shift: i32): bool {
  return <u32>(taken ^ tagOf(hash, shift)) <= lastSlot(shift);
}

/** Whether what lies at the place of a text is that of so many bytes. */
@inline
function isText(place: usize, text: usize, length: i32, masks: usize): bool {
  if (length > shortBytes) return isLongText(place, text, length);
  return !v128.any_true(v128.xor(v128.load(place), shortText(text, length, masks)));
}

function isLongText(place: usize, text: usize, length: i32): bool {
  if (load<u8>(place, 15) != isLong || at32(place, 1) != length) return false;
  const kept = entry(place, 0);
  for (let at: i32 = 0; at + 8 <= length; at += 8) if (load<u64>(kept + at) != load<u64>(text + at)) return false;
  return load<u64>(kept + length - 8) == load<u64>(text + length - 8);
}

function codeOf(head: usize, text: usize, length: i32, hash: u32): i32 {
  const shift = at32(head, hashShiftWord);
  const slots = entry(head, slotsWord);
  const texts = entry(head, textsWord);
  const masks = head + masksBytes;
  let slot = hash >>> shift;
  for (let taken = at32(slots, slot); taken != 0; taken = at32(slots, slot)) {
    const code = codeOfSlot(taken, shift);
    if (isOf(taken, hash, shift) && isText(keptAt(texts, code), text, length, masks)) return code;
    slot = (slot + 1) & lastSlot(shift);
  }
  const code = at32(head, countWord);
  const place = keptAt(texts, code);
  if (length <= shortBytes) v128.store(place, shortText(text, length, masks));
  else {
    const at = entry(head, longAtWord);
    if (at + length > entry(head, longEndWord)) return noRoom;
    memory.copy(at, text, length);
    put32(head, longAtWord, <i32>(at + length));
    put32(place, 0, <i32>at);
    put32(place, 1, length);
    put32(place, 2, hash);
    put32(place, 3, isLong << 24);
  }
  put32(head, countWord, code + 1);
  put32(slots, slot, (code + 1) | tagOf(hash, shift));
  return code;
}

/** Gives all texts slots, none of which is taken. */
export function place(head: usize): void {
  const seed = load<u64>(head + seedBytes);
  const shift = at32(head, hashShiftWord);
  const slots = entry(head, slotsWord);
  const texts = entry(head, textsWord);
  const count = at32(head, countWord);
  for (let code: i32 = 0; code < count; code += 1) {
    const place = keptAt(texts, code);
    const hash = load<u8>(place, 15) == isLong ? <u32>at32(place, 2) : hashOfShort(v128.load(place), seed);
    let slot = hash >>> shift;
    while (at32(slots, slot) != 0) slot = (slot + 1) & lastSlot(shift);
    put32(slots, slot, (code + 1) | tagOf(hash, shift));
  }
}
