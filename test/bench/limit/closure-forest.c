/*
 * The physical limit of the closure forest: plan and sweep of analyzer/algorithms/closure in C, step for step, so that answers
 * and work counters must be equal. Usage: closure-forest LAYOUT; then a line "sweep" or "total" on standard input, with the milliseconds
 * that a turn lasts, answered by one line of JSON with the mean of a turn.
 */
#include "forest-plan.h"

enum { core_size_least = 128, no_core = -1, any_size = INT32_MAX };

/* What is lost: bits that some lost asset has, and that two have. */
static uint64_t some, twice;
static int32_t *trail, *core_of, *core_node, *core_size, *tallies;
static uint8_t *is_lost, *remaining;
static int32_t tail, head, met_core, others, core_count, bound_breaks, unknown_sum;
static double people_sum;
static int64_t expansions;

/* The way down from a root, and components put off by core. */
typedef struct {
  int32_t kept, next_child, core, unknown, breaks, others;
  double people;
  uint64_t some, twice;
} frame_t;
static frame_t *frames;
static int32_t *first_put_off, *next_put_off;

/* The answers. */
static int32_t *sum_lost, *sum_unknown, *sum_states, *sum_foreign, *sum_sectors;
static double *sum_people;
static uint8_t *sum_bounds;

static void lose(int32_t node) {
  trail[tail] = node;
  tail += 1 - is_lost[node];
  is_lost[node] = 1;
}

/* Works through the trail; 0 where it met a large core that is not lost. */
static int expand(int32_t from, int32_t size_limit) {
  int32_t at = from, end = tail, unknown = unknown_sum, breaks = bound_breaks, other = others, complete = 1;
  double sum = people_sum;
  uint64_t one = some, two = twice;
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
    other += marks >> 2 == 0;
    const uint64_t bits = class_bits[marks >> 2];
    two |= one & bits;
    one |= bits;
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
  others = other, some = one, twice = two;
  expansions += at - from;
  return complete;
}

static void undo(int32_t kept, int32_t worked) {
  for (; tail > worked; tail--) is_lost[trail[tail - 1]] = 0;
  for (; tail > kept; tail--) {
    const int32_t node = trail[tail - 1];
    is_lost[node] = 0;
    for (int32_t at = counted_start[node], last = counted_start[node + 1]; at < last; at++) remaining[counted[at]]++;
  }
}

static void record_sums(int32_t node, int32_t lost, double persons, int32_t unknown, int32_t breaks) {
  sum_lost[node] = lost, sum_people[node] = persons, sum_unknown[node] = unknown, sum_bounds[node] = breaks > 0;
}

static void record_reach(int32_t node, uint64_t reached, uint64_t foreign) {
  sum_states[node] = __builtin_popcountll(reached & state_bits);
  sum_foreign[node] = __builtin_popcountll(foreign & state_bits);
  sum_sectors[node] = __builtin_popcountll(reached & ~state_bits);
}

static void record(int32_t node) {
  const uint64_t own = class_bits[home_class[node]];
  record_sums(node, tail - others, people_sum, unknown_sum, bound_breaks);
  record_reach(node, some & ~(own & ~twice), some & ~own);
}

static void take_back(int32_t depth, int32_t worked) {
  const frame_t *const frame = &frames[depth];
  undo(frame->kept, worked);
  unknown_sum = frame->unknown, bound_breaks = frame->breaks, others = frame->others;
  people_sum = frame->people, some = frame->some, twice = frame->twice;
}

static int enter(int32_t depth, int32_t number, int32_t base) {
  const int32_t first = member_start[number], end = member_start[number + 1], kept = tail;
  frame_t *const frame = &frames[depth];
  frame->kept = kept, frame->unknown = unknown_sum, frame->breaks = bound_breaks, frame->others = others;
  frame->people = people_sum, frame->some = some, frame->twice = twice;
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
  frame->next_child = first_child[number], frame->core = core;
  return 1;
}

/* Records what the state and one more node come to, which adds `breaks` of groups that only bound. */
static void record_on_top(int32_t node, int32_t breaks) {
  const int32_t marks = mark[node], own = marks >> 2, bounded = bound_breaks + ((marks >> 1) & 1) + breaks;
  if (own == 0) {
    record(node);
    sum_bounds[node] = bounded > 0;
    return;
  }
  record_sums(node, tail - others + 1, people_sum + people[node], unknown_sum + (marks & 1), bounded);
  record_reach(node, some, some & ~class_bits[own]);
}

/* Records a node that brings nothing more down, without losing it; 0 where it would. */
static int record_leaf(int32_t node, int32_t base) {
  if (is_lost[node]) return 0;
  int32_t alone = 1;
  for (int32_t edge = critical_start[node], last = critical_start[node + 1]; edge < last; edge++)
    alone &= is_lost[critical[edge]];
  if (!alone) return 0;
  for (int32_t at = counted_start[node], last = counted_start[node + 1]; at < last; at++)
    if (remaining[counted[at]] == 1 && !is_lost[counted_owner[counted[at]]]) return 0;
  record_on_top(node, 0);
  core_of[node] = base;
  expansions++;
  return 1;
}

static int is_leaf(int32_t number) {
  return member_start[number + 1] - member_start[number] == 1 && first_child[number] == -1;
}

static void walk_down(int32_t root, int32_t base) {
  int32_t depth = enter(0, root, base) ? 0 : -1;
  while (depth >= 0) {
    frame_t *const frame = &frames[depth];
    const int32_t next = frame->next_child;
    if (next == -1) {
      take_back(depth, tail);
      depth--;
      continue;
    }
    frame->next_child = next_sibling[next];
    if (is_leaf(next) && record_leaf(member[member_start[next]], frame->core)) continue;
    if (enter(depth + 1, next, frame->core)) depth++;
  }
}

static void forget(void) {
  people_sum = 0, unknown_sum = 0, bound_breaks = 0, others = 0, some = 0, twice = 0;
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
  forget();
}

static int32_t **const node_columns[] = {&trail, &core_of, &core_node, &core_size, &first_put_off, &next_put_off, &sum_lost,
                                         &sum_unknown, &sum_states, &sum_foreign, &sum_sectors};

static void make_room(void) {
  for (size_t at = 0; at < LENGTH(node_columns); at++) *node_columns[at] = numbers(node_count + 1);
  frames = room(sizeof(frame_t) * (node_count + 1));
  tallies = numbers(group_count);
  is_lost = room(node_count), remaining = room(group_count), sum_bounds = room(node_count);
  memcpy(remaining, failures_needed, group_count);
  sum_people = room(sizeof(double) * node_count);
}

static void start(void) {
  core_count = 0, expansions = 0;
  memset(core_of, 0xff, sizeof(int32_t) * node_count);
}

/* What the loss of a node that brings nothing down comes to, for all nodes. */
static void record_all_alone(void) {
  memset(sum_states, 0, sizeof(int32_t) * node_count);
  memset(sum_foreign, 0, sizeof(int32_t) * node_count);
  memset(sum_sectors, 0, sizeof(int32_t) * node_count);
  memcpy(sum_people, people, sizeof(double) * node_count);
  for (int32_t node = 0; node < node_count; node++) {
    const int32_t marks = mark[node];
    sum_lost[node] = marks >> 2 != 0, sum_unknown[node] = marks & 1, sum_bounds[node] = (marks >> 1) & 1;
  }
}

/* Works a node out from nothing and records it; groups are counted only where one may break. */
static void record_alone(int32_t source) {
  int32_t *const q = trail;
  uint8_t *const lost = is_lost, *const left = remaining;
  uint64_t pairs = 0, once = 0, again = 0, clash = 0, one = 0, two = 0;
  int32_t unknown = 0, breaks = 0, other = 0, end = 1, counted_to = 0;
  const int32_t tag = (source + 1) << 8;
  double sum = 0;
  q[0] = source, lost[source] = 1;
  for (int32_t at = 0; at < end;) {
    for (; at < end; at++) {
      const int32_t node = q[at], marks = mark[node], own = marks >> 2;
      const uint64_t pair = pair_signs[node], large = large_signs[node], bits = class_bits[own];
      clash |= (pairs & pair) | (again & large);
      pairs |= pair, again |= once & large, once |= large;
      two |= one & bits, one |= bits;
      sum += people[node], unknown += marks & 1, breaks += (marks >> 1) & 1, other += own == 0;
      for (int32_t edge = critical_start[node], last = critical_start[node + 1]; edge < last; edge++) {
        const int32_t next = critical[edge];
        q[end] = next;
        end += 1 - lost[next];
        lost[next] = 1;
      }
    }
    if (clash == 0) break;
    for (; counted_to < at; counted_to++) {
      const int32_t node = q[counted_to];
      for (int32_t entry = counted_start[node], last = counted_start[node + 1]; entry < last; entry++) {
        const int32_t group = counted[entry];
        const int32_t before = tallies[group] - tag, losses = (uint32_t)before < 255 ? before + 1 : 1;
        tallies[group] = tag + losses;
        if (losses != left[group]) continue;
        const int32_t owner = counted_owner[group];
        q[end] = owner;
        end += 1 - lost[owner];
        lost[owner] = 1;
      }
    }
  }
  for (int32_t at = 0; at < end; at++) lost[q[at]] = 0;
  expansions += end;
  const uint64_t own = class_bits[home_class[source]];
  record_sums(source, end - other, sum, unknown, breaks);
  record_reach(source, one & ~(own & ~two), one & ~own);
}

/* Works every node out from nothing; 0 as soon as that takes more than `work_most` expansions. */
static int sweep_alone(int64_t work_most) {
  if (work_most < 0) return 0;
  start();
  memset(tallies, 0, sizeof(int32_t) * group_count);
  record_all_alone();
  for (int32_t node = 0; node < node_count; node++) {
    if (critical_start[node] == critical_start[node + 1]) continue;
    record_alone(node);
    if (expansions > work_most) return 0;
  }
  return 1;
}

/* A sweep leaves all as it was but its answers and cores. */
static void sweep(void) {
  start();
  for (int32_t root = first_root; root != -1; root = next_sibling[root]) {
    if (is_leaf(root)) record_on_top(member[member_start[root]], 0);
    else walk_down(root, no_core);
  }
  for (int again = 1; again;) {
    again = 0;
    for (int32_t core = 0; core < core_count; core++) {
      if (first_put_off[core] == -1) continue;
      again = 1;
      walk_put_off(core);
    }
  }
}

enum { alone_most = 4 };

/* As analyzer/algorithms/closure/all-closures.ts. */
static void closures(void) {
  const int is_sparse = critical_start[node_count] < node_count;
  if (sweep_alone(is_sparse ? (int64_t)alone_most * node_count : -1)) return;
  make_plan();
  sweep();
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
  make_plan_room();
  make_room();
  char line[64];
  while (fgets(line, sizeof line, stdin) != NULL) {
    const int forest_alone = strncmp(line, "sweep ", 6) == 0;
    const double turn = atof(line + 6);
    if (forest_alone) make_plan();
    const double begun = cpu_milliseconds();
    double taken = 0;
    int runs = 0;
    do {
      if (forest_alone) sweep();
      else closures();
      runs++;
      taken = cpu_milliseconds() - begun;
    } while (taken < turn);
    taken /= runs;
    printf("{\"milliseconds\": %.6f, \"checksum\": \"%ld by %ld expansions\"}\n", taken, (long)checksum(),
           (long)expansions);
    fflush(stdout);
  }
  return 0;
}
