import { type RefObject, useEffect, useRef } from "react";

/** For the `ref` of a form: after a refusal the keyboard goes on where something has to be done. */
export function useFaultFocus(error: Error | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>("[aria-invalid=true], .edit-faults button")?.focus();
  }, [error]);
  return form;
}
