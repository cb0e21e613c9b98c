import { useEffect, useState } from "react";
import type { ImportJob } from "../data/api-types.ts";
import { followImport } from "../data/transfer.ts";

interface FollowedImport {
  readonly job: ImportJob | null;
  readonly error: Error | null;
}

/** The state of an import as it changes. */
export function useImport(importId: string): FollowedImport {
  const [followed, setFollowed] = useState<FollowedImport>({ job: null, error: null });
  useEffect(
    () =>
      followImport(importId, {
        changed: (job) => setFollowed({ job, error: null }),
        failed: (error) => setFollowed({ job: null, error }),
      }),
    [importId],
  );
  return followed;
}
