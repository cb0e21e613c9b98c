/* In which order closures are worked out: analyzer/algorithms/closure/forest-plan.as.ts in C, step for step. */
#pragma once
#include "layout.h"

enum { sample_count = 62, closed_component = INT32_MAX };

/* The plan. */
static int32_t component_count, placed_count, first_root, last_root;
static int32_t *component, *member_start, *member, *first_child, *next_sibling, *last_child;

/* What planning works with. */
static int32_t *preorder, *walk, *next_edge, *open_nodes, *boundary, *reach_depth;
static uint64_t *node_samples, *samples;
static double *estimate, nodes_per_sample;

static void draw_samples(void) {
  uint32_t random = 7;
  for (int32_t sample = 0; sample < sample_count; sample++) {
    random = random * 1664525u + 1013904223u;
    node_samples[random % node_count] |= 1ull << sample;
  }
}

/* Closes a component of the nodes placed last and hangs it under the successor that is lost the most with. */
static void close_component(int32_t first) {
  const int32_t number = component_count++, end = placed_count;
  int32_t best = -1, below = 0;
  uint64_t bits = 0;
  for (int32_t at = first; at < end; at++) {
    const int32_t node = member[at];
    bits |= node_samples[node];
    for (int32_t edge = critical_start[node], last = critical_start[node + 1]; edge < last; edge++) {
      const int32_t next = component[critical[edge]];
      if (next == number) continue;
      bits |= samples[next];
      if (best == -1 || estimate[next] > estimate[best]) best = next;
      if (reach_depth[next] > below) below = reach_depth[next];
    }
  }
  samples[number] = bits;
  reach_depth[number] = below + end - first;
  estimate[number] = __builtin_popcountll(bits) * nodes_per_sample + reach_depth[number];
  member_start[number] = first;
  first_child[number] = -1;
  next_sibling[number] = -1;
  int32_t *const first_of = best == -1 ? &first_root : &first_child[best];
  int32_t *const last_of = best == -1 ? &last_root : &last_child[best];
  if (*first_of == -1) *first_of = number;
  else next_sibling[*last_of] = number;
  *last_of = number;
}

static void close_sink(int32_t node) {
  preorder[node] = closed_component;
  component[node] = component_count;
  member[placed_count++] = node;
  close_component(placed_count - 1);
}

static int is_sink(int32_t node) { return critical_start[node] == critical_start[node + 1]; }

/* Path-based strong components from one root. */
static void search(int32_t root) {
  int32_t walked = -1, opened = 0, bounds = 0, counter = 0, entered = root;
  for (;;) {
    if (entered >= 0) {
      walk[++walked] = entered;
      next_edge[walked] = critical_start[entered];
      open_nodes[opened++] = entered;
      boundary[bounds++] = counter;
      preorder[entered] = counter++;
      entered = -1;
    }
    const int32_t node = walk[walked], end = critical_start[node + 1];
    int32_t edge = next_edge[walked];
    for (; edge < end && entered < 0; edge++) {
      const int32_t next = critical[edge], met = preorder[next];
      if (met == -1) {
        if (is_sink(next)) close_sink(next);
        else entered = next;
      } else while (boundary[bounds - 1] > met) bounds--;
    }
    next_edge[walked] = edge;
    if (entered >= 0) continue;
    if (boundary[bounds - 1] == preorder[node]) {
      const int32_t first = placed_count;
      int32_t closing = -1;
      bounds--;
      while (closing != node) {
        closing = open_nodes[--opened];
        component[closing] = component_count;
        preorder[closing] = closed_component;
        member[placed_count++] = closing;
      }
      close_component(first);
    }
    if (--walked < 0) return;
  }
}

static int32_t **const plan_columns[] = {&component, &member_start, &member, &first_child, &next_sibling, &last_child, &preorder, &walk,
                                         &next_edge, &open_nodes, &boundary, &reach_depth};

static void make_plan_room(void) {
  for (size_t at = 0; at < LENGTH(plan_columns); at++) *plan_columns[at] = numbers(node_count + 1);
  node_samples = room(sizeof(uint64_t) * node_count), samples = room(sizeof(uint64_t) * node_count);
  estimate = room(sizeof(double) * node_count);
}

static void make_plan(void) {
  component_count = 0, placed_count = 0, first_root = -1;
  nodes_per_sample = (double)node_count / sample_count;
  memset(preorder, 0xff, sizeof(int32_t) * node_count);
  memset(node_samples, 0, sizeof(uint64_t) * node_count);
  draw_samples();
  for (int32_t root = 0; root < node_count; root++) {
    if (preorder[root] != -1) continue;
    if (is_sink(root)) close_sink(root);
    else search(root);
  }
  member_start[component_count] = node_count;
}
