/*
 * The physical limit of the closure forest: plan and sweep of analyzer/algorithms/closure in C, step for step, so that answers
 * and work counters must be equal. Usage: closure-forest LAYOUT; then a line "sweep" or "total" on standard input for each run,
 * answered by one line of JSON.
 */
#include "forest-plan.h"

enum { core_size_least = 128, no_core = -1, any_size = INT32_MAX };

/* What is lost. */
static int32_t *trail, *core_of, *core_node, *core_size, *class_lost, *state_classes, *sector_classes;
static uint8_t *is_lost, *remaining;
static int32_t tail, head, met_core, states, sectors, others, core_count, bound_breaks, unknown_sum;
static double people_sum;
static int64_t expansions;

/* The way down from a root, and components put off by core. */
static int32_t *path, *next_child, *path_core, *path_kept, *path_unknown, *path_breaks, *first_put_off, *next_put_off;
static double *path_people;

/* The answers. */
static int32_t *sum_lost, *sum_unknown, *sum_states, *sum_foreign, *sum_sectors;
static double *sum_people;
static uint8_t *sum_bounds;

static void lose(int32_t node) {
  trail[tail] = node;
  tail += 1 - is_lost[node];
  is_lost[node] = 1;
}

static void enter_class(int32_t entered) {
  const int32_t sector = class_sector[entered];
  if (sector < 0) {
    others++;
    return;
  }
  if (sector_classes[sector]++ == 0) sectors++;
  for (int32_t at = class_state_start[entered]; at < class_state_start[entered + 1]; at++)
    if (state_classes[class_state[at]]++ == 0) states++;
}

static void leave_class(int32_t left) {
  const int32_t sector = class_sector[left];
  if (sector < 0) {
    others--;
    return;
  }
  if (--sector_classes[sector] == 0) sectors--;
  for (int32_t at = class_state_start[left]; at < class_state_start[left + 1]; at++)
    if (--state_classes[class_state[at]] == 0) states--;
}

/* Works through the trail; 0 where it met a large core that is not lost. */
static int expand(int32_t from, int32_t size_limit) {
  int32_t at = from, end = tail, unknown = unknown_sum, breaks = bound_breaks, complete = 1;
  double sum = people_sum;
  int32_t *const q = trail;
  uint8_t *const lost = is_lost, *const left = remaining;
  for (; at < end; at++) {
    const int32_t node = q[at], core = core_of[node];
    if (core >= 0 && core_size[core] > size_limit && !lost[core_node[core]]) {
      met_core = core;
      complete = 0;
      break;
    }
    const int32_t marks = mark[node];
    sum += people[node];
    unknown += marks & 1;
    breaks += (marks >> 1) & 1;
    if (class_lost[marks >> 2]++ == 0) enter_class(marks >> 2);
    for (int32_t edge = critical_start[node], last = critical_start[node + 1]; edge < last; edge++) {
      const int32_t next = critical[edge];
      q[end] = next;
      end += 1 - lost[next];
      lost[next] = 1;
    }
    for (int32_t entry = counted_start[node], last = counted_start[node + 1]; entry < last; entry++) {
      const int32_t group = counted[entry];
      if (--left[group] != 0) continue;
      const int32_t owner = counted_owner[group];
      q[end] = owner;
      end += 1 - lost[owner];
      lost[owner] = 1;
    }
  }
  head = at, tail = end, people_sum = sum, unknown_sum = unknown, bound_breaks = breaks;
  expansions += at - from;
  return complete;
}

static void undo(int32_t kept, int32_t worked) {
  for (; tail > worked; tail--) is_lost[trail[tail - 1]] = 0;
  for (; tail > kept; tail--) {
    const int32_t node = trail[tail - 1], own = mark[node] >> 2;
    is_lost[node] = 0;
    if (--class_lost[own] == 0) leave_class(own);
    for (int32_t at = counted_start[node], last = counted_start[node + 1]; at < last; at++) remaining[counted[at]]++;
  }
}

static void record(int32_t node) {
  const int32_t home = home_class[node], first = class_state_start[home], end = class_state_start[home + 1];
  const int32_t sector = class_sector[home], alone = class_lost[home] == 1;
  int32_t reached = states;
  if (alone) for (int32_t at = first; at < end; at++) reached -= state_classes[class_state[at]] == 1;
  sum_lost[node] = tail - others;
  sum_people[node] = people_sum;
  sum_unknown[node] = unknown_sum;
  sum_states[node] = reached;
  sum_foreign[node] = states - (end - first);
  sum_sectors[node] = sectors - (alone && sector >= 0 && sector_classes[sector] == 1);
  sum_bounds[node] = bound_breaks > 0;
}

static void take_back(int32_t depth, int32_t worked) {
  undo(path_kept[depth], worked);
  people_sum = path_people[depth], unknown_sum = path_unknown[depth], bound_breaks = path_breaks[depth];
}

static int enter(int32_t depth, int32_t number, int32_t base) {
  const int32_t first = member_start[number], end = member_start[number + 1], kept = tail;
  path_kept[depth] = kept, path_people[depth] = people_sum, path_unknown[depth] = unknown_sum;
  path_breaks[depth] = bound_breaks;
  for (int32_t at = first; at < end; at++) lose(member[at]);
  if (!expand(kept, 2 * kept > core_size_least ? 2 * kept : core_size_least)) {
    take_back(depth, head);
    next_put_off[number] = first_put_off[met_core];
    first_put_off[met_core] = number;
    for (int32_t at = first; at < end; at++) core_of[member[at]] = met_core;
    return 0;
  }
  int32_t core = base;
  if (tail - kept >= core_size_least) {
    core = core_count++;
    core_node[core] = member[first], core_size[core] = tail, first_put_off[core] = -1;
  }
  for (int32_t at = first; at < end; at++) {
    record(member[at]);
    core_of[member[at]] = core;
  }
  path[depth] = number, next_child[depth] = child_start[number], path_core[depth] = core;
  return 1;
}

static void walk_down(int32_t root, int32_t base) {
  int32_t depth = enter(0, root, base) ? 0 : -1;
  while (depth >= 0) {
    const int32_t at = next_child[depth];
    if (at == child_start[path[depth] + 1]) {
      take_back(depth, tail);
      depth--;
      continue;
    }
    next_child[depth] = at + 1;
    if (enter(depth + 1, child[at], path_core[depth])) depth++;
  }
}

static void walk_put_off(int32_t core) {
  int32_t number = first_put_off[core];
  first_put_off[core] = -1;
  lose(core_node[core]);
  expand(0, any_size);
  while (number != -1) {
    const int32_t next = next_put_off[number];
    walk_down(number, core);
    number = next;
  }
  undo(0, tail);
  people_sum = 0, unknown_sum = 0, bound_breaks = 0;
}

static int32_t **const node_columns[] = {&trail, &core_of, &core_node, &core_size, &sum_lost, &sum_unknown, &sum_states,
                                         &sum_foreign, &sum_sectors};
static int32_t **const component_columns[] = {&path, &next_child, &path_core, &path_kept, &path_unknown, &path_breaks,
                                              &first_put_off, &next_put_off};
#define LENGTH(array) (sizeof(array) / sizeof(array[0]))

static void make_room(void) {
  for (size_t at = 0; at < LENGTH(node_columns); at++) *node_columns[at] = numbers(node_count + 1);
  for (size_t at = 0; at < LENGTH(component_columns); at++) *component_columns[at] = numbers(component_count);
  memset(core_of, 0xff, sizeof(int32_t) * node_count);
  class_lost = numbers(class_count), state_classes = numbers(state_count), sector_classes = numbers(sector_count);
  is_lost = room(node_count), remaining = room(group_count), sum_bounds = room(node_count);
  memcpy(remaining, failures_needed, group_count);
  path_people = room(sizeof(double) * component_count), sum_people = room(sizeof(double) * node_count);
  tail = 0, states = 0, sectors = 0, others = 0, core_count = 0, bound_breaks = 0, unknown_sum = 0;
  people_sum = 0, expansions = 0;
}

static void free_room(void) {
  for (size_t at = 0; at < LENGTH(node_columns); at++) free(*node_columns[at]);
  for (size_t at = 0; at < LENGTH(component_columns); at++) free(*component_columns[at]);
  free(class_lost), free(state_classes), free(sector_classes), free(is_lost), free(remaining), free(sum_bounds);
  free(path_people), free(sum_people);
}

static void sweep(void) {
  make_room();
  for (int32_t at = 0; at < root_count; at++) walk_down(roots[at], no_core);
  for (int again = 1; again;) {
    again = 0;
    for (int32_t core = 0; core < core_count; core++) {
      if (first_put_off[core] == -1) continue;
      again = 1;
      walk_put_off(core);
    }
  }
}

static double cpu_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

/* As test/bench/answer-checksum.ts. */
static int64_t checksum(void) {
  int64_t hash = 0;
  for (int32_t node = 0; node < node_count; node++)
    hash = (31 * hash + sum_lost[node] + 7 * (int64_t)sum_people[node] + 13 * sum_states[node]) % 2147483647;
  return hash;
}

int main(int count, char **arguments) {
  if (count != 2) return 1;
  load(arguments[1]);
  char line[64];
  while (fgets(line, sizeof line, stdin) != NULL) {
    const double start = cpu_milliseconds();
    make_plan();
    const double planned = cpu_milliseconds();
    sweep();
    const double done = cpu_milliseconds();
    const double taken = done - (strncmp(line, "sweep", 5) == 0 ? planned : start);
    printf("{\"milliseconds\": %.6f, \"checksum\": \"%ld by %ld expansions\"}\n", taken, (long)checksum(),
           (long)expansions);
    fflush(stdout);
    free_room();
    free_plan();
  }
  return 0;
}
