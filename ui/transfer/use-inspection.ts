import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { inspectFile } from "../data/transfer.ts";
import { type ImportChoices, queryOf } from "./import-choices.ts";

const quietMs = 350;

/** A file in the hand, told apart from another of the same name. */
export interface ChosenFile {
  readonly file: File;
  readonly key: string;
}

/**
 * What an import of a file with these choices would say. Asked again once nothing was changed for a moment; until the new
 * answer is there the last one stays, marked old.
 */
export function useInspection({ file, key }: ChosenFile, choices: ImportChoices) {
  const query = queryOf(file.name, choices);
  const wanted = JSON.stringify(query);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), quietMs);
    return () => clearTimeout(timer);
  }, [wanted]);
  const inspection = useQuery({
    queryKey: ["inspection", key, asked],
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => inspectFile(file, JSON.parse(asked) as typeof query, signal),
  });
  return { ...inspection, isOld: inspection.isPlaceholderData || asked !== wanted };
}
