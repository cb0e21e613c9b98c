import { useMutation } from "@tanstack/react-query";
import type { EditReport, OverlayFile } from "../data/api-types.ts";
import { ApiError } from "../data/client.ts";
import { editDataset } from "../data/edits.ts";
import { refreshDataset } from "../data/queries.ts";
import { useExplore } from "../screens/explore-context.ts";
import { showWritten } from "../state/screen-store.ts";

interface Edit {
  readonly overlay: OverlayFile;
  /** Why, in the words of the user; empty: the overlay's title. */
  readonly why: string;
  /** What the message says once it is saved. */
  readonly said: string;
}

interface After {
  /** Called once it is written, while the old revision is still shown. */
  readonly written?: () => void;
  /** Called once the new revision is shown. */
  readonly shown: () => void;
}

/** Writes edits on top of the revision that is shown; after one the screen shows the new revision. */
export function useEdit({ written, shown }: After) {
  const { datasetId, graph } = useExplore();
  const { revision } = graph.columns;
  const { mutate, reset, isPending, error } = useMutation<EditReport, Error, Edit>({
    networkMode: "always",
    mutationFn: ({ overlay, why }) =>
      editDataset(datasetId, revision, overlay, why.trim() === "" ? undefined : why.trim()),
    onSuccess: async (report, { said }) => {
      written?.();
      await refreshDataset(datasetId);
      shown();
      showWritten({
        datasetId,
        revision: report.revision,
        text: report.changed ? said : "Nothing was written: the dataset holds that already.",
        step: report.changed ? "undo" : null,
        raised: report.raised.map(({ text }) => text),
      });
    },
  });
  return {
    save: mutate,
    saving: isPending,
    error,
    problem: error instanceof ApiError ? error.problem : null,
    /** Shows what was written meanwhile; what was typed is kept by the form. */
    loadNewest: async () => {
      await refreshDataset(datasetId);
      reset();
    },
  };
}
