/* The layout of the closure kernels, read from a columns file as test/bench/columns-file.ts writes it. */
#pragma once
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The layout, in the order of the file. */
static int32_t node_count, state_count, sector_count, group_count, class_count;
static const int32_t *critical_start, *critical, *counted_start, *counted, *counted_owner, *needed;
static const int32_t *people_units, *mark, *home_class, *class_state_start, *class_state, *class_sector;
static double *people;
/* One bit per State of a class and, after these, for its sector; and which bits are States. */
static uint64_t *class_bits, state_bits;
/* A bit for each counted group of a node: those that stand one loss, and those that stand more. */
static uint64_t *pair_signs, *large_signs;
static uint8_t *failures_needed;

static void *room(size_t bytes) {
  void *memory = calloc(bytes == 0 ? 1 : bytes, 1);
  if (memory == NULL) exit(1);
  return memory;
}

#define LENGTH(array) (sizeof(array) / sizeof(array[0]))

static int32_t *numbers(size_t count) { return room(count * sizeof(int32_t)); }

static void load(const char *file_name) {
  FILE *file = fopen(file_name, "rb");
  if (file == NULL) exit(1);
  fseek(file, 0, SEEK_END);
  const size_t bytes = ftell(file);
  rewind(file);
  int32_t *all = room(bytes);
  if (fread(all, 1, bytes, file) != bytes) exit(1);
  fclose(file);
  const int32_t *columns[13];
  const int32_t *at = all + 1 + all[0];
  for (int32_t column = 0; column < 13; column++) {
    columns[column] = at;
    at += all[1 + column];
  }
  node_count = all[1] - 1;
  group_count = all[1 + 4];
  class_count = all[1 + 11];
  critical_start = columns[0], critical = columns[1], counted_start = columns[2], counted = columns[3];
  counted_owner = columns[4], needed = columns[5], people_units = columns[6], mark = columns[7];
  home_class = columns[8], class_state_start = columns[9], class_state = columns[10], class_sector = columns[11];
  state_count = columns[12][0], sector_count = columns[12][1];
  people = room(sizeof(double) * node_count);
  for (int32_t node = 0; node < node_count; node++) people[node] = people_units[node];
  if (state_count + sector_count > 64) exit(1);
  state_bits = (1ull << state_count) - 1;
  class_bits = room(sizeof(uint64_t) * class_count);
  for (int32_t number = 0; number < class_count; number++) {
    for (int32_t at = class_state_start[number]; at < class_state_start[number + 1]; at++)
      class_bits[number] |= 1ull << class_state[at];
    if (class_sector[number] >= 0) class_bits[number] |= 1ull << (state_count + class_sector[number]);
  }
  pair_signs = room(sizeof(uint64_t) * node_count), large_signs = room(sizeof(uint64_t) * node_count);
  for (int32_t node = 0; node < node_count; node++)
    for (int32_t at = counted_start[node]; at < counted_start[node + 1]; at++) {
      uint64_t *const signs = needed[counted[at]] == 2 ? pair_signs : large_signs;
      signs[node] |= 1ull << ((uint32_t)counted[at] * 0x9e3779b1u >> 26);
    }
  failures_needed = room(group_count);
  for (int32_t group = 0; group < group_count; group++) failures_needed[group] = needed[group];
}
