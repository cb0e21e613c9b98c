import { QueryClientProvider } from "@tanstack/react-query";
import { queryClient } from "../data/queries.ts";
import { ExploreScreen } from "../screens/ExploreScreen.tsx";
import { usePermalink } from "../state/use-permalink.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";

export function App() {
  usePermalink();
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary name="The screen">
        <ExploreScreen />
      </ErrorBoundary>
    </QueryClientProvider>
  );
}
