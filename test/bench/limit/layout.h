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
static uint8_t *failures_needed;

static void *room(size_t bytes) {
  void *memory = calloc(bytes == 0 ? 1 : bytes, 1);
  if (memory == NULL) exit(1);
  return memory;
}

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
  failures_needed = room(group_count);
  for (int32_t group = 0; group < group_count; group++) failures_needed[group] = needed[group];
}
