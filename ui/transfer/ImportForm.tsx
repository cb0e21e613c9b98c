import { useState } from "react";
import type { Inspection } from "../data/api-types.ts";
import { ApiError } from "../data/client.ts";
import { formatPlural } from "../data/numbers.ts";
import { useDatasets } from "../data/queries.ts";
import { startImport } from "../data/transfer.ts";
import { Failed, Loading } from "../parts/PanelState.tsx";
import { FileAbout } from "./FileAbout.tsx";
import { FileIssues } from "./FileIssues.tsx";
import { type ImportChoices, noChoices, queryOf } from "./import-choices.ts";
import { MappingTable } from "./MappingTable.tsx";
import { type ChosenFile, useInspection } from "./use-inspection.ts";

interface Props {
  readonly chosen: ChosenFile;
  readonly choose: (file: File | null) => void;
  readonly close: () => void;
  readonly started: (importId: string) => void;
}

/** The second step: what the file is taken for, what fills what, and what an import would say. */
export function ImportForm({ chosen, choose, close, started }: Props) {
  const [choices, setChoices] = useState<ImportChoices>(noChoices);
  const [refused, setRefused] = useState<Error | null>(null);
  const inspection = useInspection(chosen, choices);
  const { data, isOld } = inspection;
  const change = (part: Partial<ImportChoices>) => setChoices({ ...choices, ...part });
  const start = async () => {
    try {
      setRefused(null);
      const asked = { ...choices, format: choices.format ?? foreignFormat(data) };
      const { id } = await startImport(
        chosen.file,
        queryOf(chosen.file.name, { ...asked, mapping: mappingTaken(asked, data) }),
      );
      started(id);
    } catch (error) {
      setRefused(error instanceof Error ? error : new ApiError(null));
    }
  };
  return (
    <>
      {inspection.isError && <Failed error={inspection.error} retry={() => void inspection.refetch()} />}
      {data === undefined && inspection.isFetching && <Loading what="what the file holds" lines={6} />}
      {data !== undefined && (
        <div className="import-form" data-old={isOld} aria-busy={isOld}>
          <FileAbout file={chosen.file} inspection={data} choices={choices} change={change} choose={choose} />
          <FileIssues inspection={data} />
          <MappingTable inspection={data} change={(mapping) => change({ mapping })} />
        </div>
      )}
      {refused !== null && <Failed error={refused} retry={() => void start()} />}
      <div className="edit-actions">
        <button
          type="button"
          className="button button-main"
          disabled={data?.usable !== true || isOld || inspection.isError}
          onClick={() => void start()}
        >
          Import all of it
        </button>
        <button type="button" className="button" onClick={close}>
          Close
        </button>
        <Outlook inspection={data} isOld={isOld} />
      </div>
    </>
  );
}

function foreignFormat(inspection: Inspection | undefined): string | null {
  return inspection === undefined || inspection.format === "own" ? null : inspection.format;
}

/** What was shown is what is imported: the proposal too, which the import would not make by itself. */
function mappingTaken({ mapping }: ImportChoices, inspection: Inspection | undefined): ImportChoices["mapping"] {
  if (mapping !== null || foreignFormat(inspection) === null) return mapping;
  return inspection?.mapping ?? null;
}

/** What pressing the button would do. */
function Outlook({ inspection, isOld }: { readonly inspection: Inspection | undefined; readonly isOld: boolean }) {
  const datasets = useDatasets();
  if (inspection === undefined) return null;
  const { usable, dataset, issues } = inspection;
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const there = datasets.data?.find(({ id }) => id === dataset?.id);
  const text = isOld
    ? "Looking again."
    : !usable
      ? `${formatPlural(errors, "error")} to mend first: nothing is imported until there is none.`
      : there === undefined
        ? `It becomes the dataset ${dataset?.id}.`
        : `${there.id} is there already: this becomes its next revision, and can be undone.`;
  return (
    <p className="small soft outlook" role="status" data-testid="outlook">
      {text}
    </p>
  );
}
