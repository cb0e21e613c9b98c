/** The connected parts of a graph given by its edges: ids in ascending order in each, parts in the order of their first. Near linear. */
export function connectedParts(edges: readonly (readonly [string, string])[]): string[][] {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (;;) {
      const up = parent.get(at) ?? at;
      if (up === at) return at;
      const above = parent.get(up) ?? up;
      parent.set(at, above);
      at = above;
    }
  };
  for (const [a, b] of edges) {
    for (const id of [a, b]) if (!parent.has(id)) parent.set(id, id);
    parent.set(rootOf(a), rootOf(b));
  }
  const parts = new Map<string, string[]>();
  for (const id of [...parent.keys()].sort()) {
    const root = rootOf(id);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [id]);
    else part.push(id);
  }
  return [...parts.values()];
}
