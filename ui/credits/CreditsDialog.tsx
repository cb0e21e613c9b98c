import "../panels/HelpDialog.css";
import "./Credits.css";
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { Credits } from "../data/api-types.ts";
import { formatCount, formatPlural } from "../data/numbers.ts";
import { useCredits } from "../data/queries.ts";
import { Failed, Loading } from "../parts/PanelState.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { setScreen, useScreen } from "../state/screen-store.ts";
import { programCredits } from "./program-credits.ts";

/** Whom to credit for what is on the screen, and on what terms it may be passed on. */
export function CreditsDialog() {
  const open = useScreen((screen) => screen.creditsOpen);
  const close = () => setScreen({ creditsOpen: false });
  return (
    <ModalOverlay isOpen={open} isDismissable onOpenChange={(isOpen) => !isOpen && close()} className="overlay">
      <Modal className="dialog">
        <Dialog className="dialog-content credits" data-testid="credits">
          <Heading slot="title">Credits and licences</Heading>
          <DatasetCredits />
          <Part title="In the program">
            {programCredits.map(({ title, url, credit, licence, comesWith }) => (
              <Entry key={comesWith} title={title} url={url} credit={credit} terms={[licence, comesWith]} rows={null} />
            ))}
          </Part>
          <p className="small soft">
            Licences are told by their names and not by their texts: no legal advice. A link opens the page of the
            source; nothing else leaves this machine.
          </p>
          <button type="button" className="button" onClick={close}>
            Close
          </button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type Source = Credits["credits"][number];

/** Licences that do not go together with others. */
const isApart = ({ licenceClass }: Source): boolean => ["share-alike", "non-commercial"].includes(licenceClass);

function DatasetCredits() {
  const { datasetId, detail } = useExplore();
  const credits = useCredits(datasetId);
  if (credits.isError) return <Failed error={credits.error} retry={() => void credits.refetch()} />;
  if (!credits.data) return <Loading what="the credits" lines={6} />;
  const { licence, together, credits: sources, ownLicences, rowsWithoutSource } = credits.data;
  const apart = sources.filter(isApart);
  const others = sources.filter((source) => !isApart(source));
  return (
    <>
      <p>
        {detail?.title ?? datasetId}: passed on under <strong>{licence === "" ? "no stated licence" : licence}</strong>.{" "}
        {asks[together]}
      </p>
      {rowsWithoutSource > 0 && (
        <p className="notice">{formatPlural(rowsWithoutSource, "row")} without a source: say where they come from.</p>
      )}
      <Part title="Sources of this dataset">
        {others.map((source) => (
          <SourceEntry key={source.source} source={source} />
        ))}
      </Part>
      {apart.length > 0 && (
        <Part title="To be kept apart: share-alike or not for business">
          {apart.map((source) => (
            <SourceEntry key={source.source} source={source} />
          ))}
        </Part>
      )}
      {ownLicences.length > 0 && (
        <Part title="Rows with a licence of their own">
          {ownLicences.map((own) => (
            <Entry key={own.licence} title={own.licence} url={null} credit={null} terms={[]} rows={own.rows} />
          ))}
        </Part>
      )}
    </>
  );
}

const asks: Readonly<Record<Source["licenceClass"], string>> = {
  public: "All parts together ask for nothing.",
  attribution: "All parts together ask that the sources below are named.",
  "share-alike": "A part asks that what is made of it is passed on under the same licence.",
  "non-commercial": "A part must not be used for business.",
  unknown: "What a part asks for is not known: look at its licence before you pass it on.",
};

function SourceEntry({
  source: { title, source, url, credit, licence, retrieved, rows },
}: {
  readonly source: Source;
}) {
  const terms = [licence ?? "licence not known", retrieved === null ? "date not known" : `taken ${retrieved}`];
  return <Entry title={title ?? source} url={url} credit={credit} terms={terms} rows={rows} />;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="credits-part">
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

interface EntryProps {
  readonly title: string;
  readonly url: string | null;
  readonly credit: string | null;
  readonly terms: readonly string[];
  readonly rows: number | null;
}

function Entry({ title, url, credit, terms, rows }: EntryProps) {
  return (
    <li className="credit">
      <div>
        <p>
          {isWebAddress(url) ? (
            <a className="link" href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          ) : (
            title
          )}
        </p>
        {credit !== null && credit !== "" && <p className="small">{credit}</p>}
        <p className="small soft">{terms.join(" · ")}</p>
      </div>
      {rows !== null && (
        <p className="small number" data-rows={rows}>
          {rows === 0 ? "no row" : `${formatCount(rows)} ${rows === 1 ? "row" : "rows"}`}
        </p>
      )}
    </li>
  );
}

/** An address of a dataset is data of others: only what a browser opens as a page becomes a link. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
