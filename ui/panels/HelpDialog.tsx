import "./HelpDialog.css";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { keyList } from "../app/use-keys.ts";
import { setScreen, useScreen } from "../state/screen-store.ts";

export function HelpDialog() {
  const open = useScreen((screen) => screen.helpOpen);
  return (
    <ModalOverlay isOpen={open} isDismissable onOpenChange={(helpOpen) => setScreen({ helpOpen })} className="overlay">
      <Modal className="dialog">
        <Dialog className="dialog-content">
          <Heading slot="title">Keys</Heading>
          <dl className="key-list">
            {keyList.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p className="soft">
            Keys do nothing while you type. Everything the picture shows is in the table view, too. A loss that looks
            smaller although more was lost is no error where networks are involved: a cut can take more demand than
            supply off an island.
          </p>
          <button type="button" className="button" onClick={() => setScreen({ helpOpen: false })}>
            Close
          </button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
