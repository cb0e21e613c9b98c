import { strongComponents } from "../components/strong-components.ts";
import type { Digraph } from "../digraph/digraph.ts";

/**
 * Where supply begins: the nodes that are known to be sources, and all members of a strong component that nothing outside
 * leads into and that has no known source (it is fed from outside the data). Every node is then reached from a source.
 *
 * @param isKnown [node] 1 for a known source
 * @returns [node] 1 for a source
 *
 * Cost: O(nodes + edges).
 */
export function supplySources({ start, successor }: Digraph, isKnown: Uint8Array): Uint8Array {
  const component = strongComponents(start, successor);
  const isFed = new Uint8Array(component.length);
  for (let node = 0; node < component.length; node += 1) {
    if (isKnown[node] === 1) isFed[component[node]!] = 1;
    for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
      const into = component[successor[edge]!]!;
      if (into !== component[node]) isFed[into] = 1;
    }
  }
  return Uint8Array.from(isKnown, (known, node) => (known === 1 || isFed[component[node]!] === 0 ? 1 : 0));
}
