import { useState } from "react";

/** A form over the screen: whether it is open, and whether something was typed that Esc must not throw away. */
export function useFormDialog() {
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState(false);
  const close = () => {
    setOpen(false);
    setKept(false);
  };
  return { open, kept, setKept, show: () => setOpen(true), close };
}
