/* In which order closures are worked out: analyzer/algorithms/closure/forest-plan.ts in C, step for step. */
#pragma once
#include "layout.h"

enum { sample_count = 62 };

/* The plan. */
static int32_t component_count, root_count;
static int32_t *component, *member_start, *member, *child_start, *child, *roots;

/* Path-based strong components; a component's successors have lower numbers. */
static void find_components(void) {
  int32_t *preorder = numbers(node_count), *next_edge = numbers(node_count);
  int32_t *walk = numbers(node_count), *open = numbers(node_count), *boundary = numbers(node_count);
  int32_t walked = 0, opened = 0, bounds = 0, counter = 0;
  component = numbers(node_count);
  memset(component, 0xff, sizeof(int32_t) * node_count);
  component_count = 0;
  for (int32_t root = 0; root < node_count; root++) {
    if (preorder[root] != 0) continue;
    int32_t entered = root;
    for (;;) {
      if (entered >= 0) {
        preorder[entered] = ++counter;
        next_edge[entered] = critical_start[entered];
        walk[walked++] = open[opened++] = boundary[bounds++] = entered;
        entered = -1;
      }
      const int32_t node = walk[walked - 1];
      int32_t edge = next_edge[node];
      for (const int32_t end = critical_start[node + 1]; edge < end && entered < 0; edge++) {
        const int32_t next = critical[edge];
        if (preorder[next] == 0) entered = next;
        else if (component[next] < 0) while (preorder[boundary[bounds - 1]] > preorder[next]) bounds--;
      }
      next_edge[node] = edge;
      if (entered >= 0) continue;
      walked--;
      if (boundary[bounds - 1] == node) {
        bounds--;
        do component[open[--opened]] = component_count;
        while (open[opened] != node);
        component_count++;
      }
      if (walked == 0) break;
    }
  }
  free(preorder), free(next_edge), free(walk), free(open), free(boundary);
}

/* Positions by key, keys below 0 left out. */
static void group_by_key(const int32_t *key, int32_t count, int32_t key_count, int32_t **start, int32_t **items) {
  *start = numbers(key_count + 1);
  *items = numbers(count);
  for (int32_t at = 0; at < count; at++) if (key[at] >= 0) (*start)[key[at] + 1]++;
  for (int32_t k = 0; k < key_count; k++) (*start)[k + 1] += (*start)[k];
  int32_t *next = numbers(key_count + 1);
  memcpy(next, *start, sizeof(int32_t) * key_count);
  for (int32_t at = 0; at < count; at++) if (key[at] >= 0) (*items)[next[key[at]]++] = at;
  free(next);
}

/* For every component the successor with the largest estimate of its closure. */
static int32_t *find_parents(void) {
  uint64_t *reach = room(sizeof(uint64_t) * component_count);
  int32_t *depth = numbers(component_count), *parent = numbers(component_count);
  double *estimate = room(sizeof(double) * component_count);
  const double nodes_per_sample = (double)node_count / sample_count;
  uint32_t random = 7;
  for (int32_t sample = 0; sample < sample_count; sample++) {
    random = random * 1664525u + 1013904223u;
    reach[component[random % node_count]] |= 1ull << sample;
  }
  for (int32_t number = 0; number < component_count; number++) {
    int32_t best = -1, below = 0;
    uint64_t bits = reach[number];
    for (int32_t at = member_start[number]; at < member_start[number + 1]; at++) {
      const int32_t node = member[at];
      for (int32_t edge = critical_start[node]; edge < critical_start[node + 1]; edge++) {
        const int32_t next = component[critical[edge]];
        if (next == number) continue;
        bits |= reach[next];
        if (best == -1 || estimate[next] > estimate[best]) best = next;
        if (depth[next] > below) below = depth[next];
      }
    }
    reach[number] = bits;
    depth[number] = below + member_start[number + 1] - member_start[number];
    estimate[number] = __builtin_popcountll(bits) * nodes_per_sample + depth[number];
    parent[number] = best;
  }
  free(reach), free(depth), free(estimate);
  return parent;
}

static void make_plan(void) {
  find_components();
  group_by_key(component, node_count, component_count, &member_start, &member);
  int32_t *parent = find_parents();
  group_by_key(parent, component_count, component_count, &child_start, &child);
  roots = numbers(component_count);
  root_count = 0;
  for (int32_t number = 0; number < component_count; number++) if (parent[number] == -1) roots[root_count++] = number;
  free(parent), free(component);
}

static void free_plan(void) { free(member_start), free(member), free(child_start), free(child), free(roots); }
