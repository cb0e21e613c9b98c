import "../panels/HelpDialog.css";
import "./Edit.css";
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly close: () => void;
  /** Something was typed: Esc then does not throw it away. */
  readonly kept?: boolean;
  readonly alert?: boolean;
  /** For tables. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A form over the screen. The focus goes into it, and back where it came from. */
export function FormDialog({ title, open, close, kept = false, alert = false, wide = false, children }: Props) {
  return (
    <ModalOverlay
      isOpen={open}
      isKeyboardDismissDisabled={kept}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      className="overlay"
    >
      <Modal className={wide ? "dialog dialog-wide" : "dialog"}>
        <Dialog className="dialog-content form-dialog" role={alert ? "alertdialog" : "dialog"}>
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
