import "./Transfer.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isFinal } from "../data/follow-changes.ts";
import { listImports } from "../data/transfer.ts";
import { FormDialog } from "../edit/FormDialog.tsx";
import { Loading } from "../parts/PanelState.tsx";
import { setScreen, useScreen } from "../state/screen-store.ts";
import { ChooseFile } from "./ChooseFile.tsx";
import { ImportForm } from "./ImportForm.tsx";
import { ImportRun } from "./ImportRun.tsx";
import type { ChosenFile } from "./use-inspection.ts";

/** The way in: a file, what it is taken for, what an import would say, and all of it or nothing. */
export function ImportDialog() {
  const open = useScreen((screen) => screen.transfer === "import");
  const [kept, setKept] = useState(false);
  const close = () => {
    setKept(false);
    setScreen({ transfer: null });
  };
  return (
    <FormDialog title="Import a dataset" open={open} close={close} kept={kept} wide>
      {open && <ImportSteps close={close} setKept={setKept} />}
    </FormDialog>
  );
}

interface StepsProps {
  readonly close: () => void;
  readonly setKept: (kept: boolean) => void;
}

function ImportSteps({ close, setKept }: StepsProps) {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [started, setStarted] = useState<string | null>(null);
  const going = useGoing();
  const importId = started ?? (chosen === null ? going.id : null);
  const choose = (file: File | null) => {
    setChosen(file === null ? null : { file, key: crypto.randomUUID() });
    setStarted(null);
    setKept(file !== null);
  };
  if (going.isLoading) return <Loading what="imports that go on" />;
  if (importId !== null) {
    const back = () => {
      setStarted(null);
      going.forget();
    };
    return <ImportRun importId={importId} back={back} close={close} ended={() => setKept(false)} />;
  }
  if (chosen === null) return <ChooseFile choose={choose} close={close} />;
  return <ImportForm key={chosen.key} chosen={chosen} choose={choose} close={close} started={setStarted} />;
}

/** The import that goes on still, as one of a page that was closed. */
function useGoing() {
  const [forgotten, setForgotten] = useState(false);
  const imports = useQuery({ queryKey: ["imports"], gcTime: 0, staleTime: 0, queryFn: listImports });
  const id = imports.data?.find((job) => !isFinal(job))?.id ?? null;
  return { isLoading: imports.isLoading, id: forgotten ? null : id, forget: () => setForgotten(true) };
}
