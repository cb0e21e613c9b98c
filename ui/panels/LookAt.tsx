import type { ScenarioDocument } from "../data/api-types.ts";
import { AssetLink } from "../parts/AssetLink.tsx";
import { useExplore } from "../screens/explore-context.ts";

/** What a story says to look at, with the assets to choose. */
export function LookAt({ story }: { readonly story: NonNullable<ScenarioDocument["story"]> }) {
  const { graph } = useExplore();
  return (
    <div className="look-at small" data-testid="look-at">
      <p>
        <span className="soft">Look at:</span> {story.lookAt}
      </p>
      <ul>
        {story.assets.map((id) => (
          <li key={id}>
            <AssetLink graph={graph} id={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}
