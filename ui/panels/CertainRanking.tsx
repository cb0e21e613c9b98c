import { useState } from "react";
import { aftermathHours, type Consequence, lossScenario, type RankRow, scanLossHours } from "../../analyzer/index.ts";
import { formatCount, formatHours, formatPlural } from "../data/numbers.ts";
import { type StoredScan, submitJob, submitScenario, useScan } from "../data/queries.ts";
import { rankBy } from "../data/rank-by.ts";
import { scanMethodText } from "../data/scan-method-text.ts";
import type { FollowedJob } from "../data/use-job.ts";
import { JobProgress } from "../parts/JobProgress.tsx";
import { NumberField, readPositive } from "../parts/NumberField.tsx";
import { Empty, Failed, Loading } from "../parts/PanelState.tsx";
import { ConsequenceSelect } from "../parts/ConsequenceSelect.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { followRun, selectAsset, setScreen, useScreen } from "../state/screen-store.ts";
import { consequenceNames, consequenceUnits, formatConsequence } from "../data/consequence-names.ts";

interface Props {
  readonly job: FollowedJob & { readonly id: string | null };
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

/** Every asset lost alone, for certain, one after the other. */
export function CertainRanking({ job }: Props) {
  const { datasetId, graph } = useExplore();
  const [hoursText, setHoursText] = useState(String(scanLossHours));
  const [refused, setRefused] = useState<Error | null>(null);
  const scanId = useScreen((screen) => screen.scan);
  const scan = useScan(scanId);
  const hours = readPositive(hoursText);
  const ask = async () => {
    if (hours === null) return;
    setRefused(null);
    try {
      const parameters = { hours, horizonHours: hours + aftermathHours };
      setScreen({ scanJob: (await submitJob({ analysis: "rank", dataset: datasetId, parameters })).id });
    } catch (error) {
      setRefused(asError(error));
    }
  };
  const error = refused ?? job.error;
  const cancelled = job.job?.status === "cancelled";
  const running = job.id !== null && !error && !cancelled;
  return (
    <>
      <section className="block" aria-labelledby="ranking-title">
        <h2 id="ranking-title" className="hidden-text">
          Rank for certain
        </h2>
        <p className="soft">
          Each of the {formatPlural(graph.assetCount, "asset")} is lost alone; the highest consequence comes first.
        </p>
        <NumberField label="Lost for" unit="h" value={hoursText} change={setHoursText} invalid={hours === null} />
        {running && job.id !== null ? (
          <JobProgress name="Ranking" jobId={job.id} followed={job} />
        ) : (
          <button type="button" className="button button-main" disabled={hours === null} onClick={() => void ask()}>
            Rank all assets
          </button>
        )}
        {error && <Failed error={error} retry={() => void ask()} />}
        {cancelled && <Empty>The ranking was cancelled; nothing of it was kept.</Empty>}
      </section>
      {scanId !== null && scan.isPending && (
        <div className="block">
          <Loading what="the ranking" lines={8} />
        </div>
      )}
      {scan.isError && scanId !== null && (
        <div className="block">
          <Failed error={scan.error} retry={() => void scan.refetch()} />
        </div>
      )}
      {scan.data && scanId !== null && <Ranking scan={scan.data} />}
    </>
  );
}

const pageRows = 50;

function Ranking({ scan }: { readonly scan: StoredScan }) {
  const { datasetId, detail } = useExplore();
  const [by, setBy] = useState<Consequence>(scan.result.by);
  const [most, setMost] = useState(pageRows);
  const [fault, setFault] = useState<Error | null>(null);
  const rows = rankBy(scan.result.rows, by);
  const { hours, horizonHours } = scan.result;
  const stale = detail !== null && detail.hash !== scan.record.dataset.hash;
  const methods = scanMethodText(scan.result.methods);
  const open = async (row: RankRow) => {
    selectAsset(row.id);
    setFault(null);
    try {
      followRun((await submitScenario(datasetId, lossScenario([row.id], hours, horizonHours))).id);
      setScreen({ panel: "scenario" });
    } catch (error) {
      setFault(asError(error));
    }
  };
  return (
    <section className="block" aria-label="Ranking">
      {stale && <p className="notice">Made before the last change of the data: rank again.</p>}
      <ConsequenceSelect label="Protection priority by" value={by} change={setBy} />
      <p className="small soft" data-testid="ranking-method">
        Single-failure scan, {formatHours(hours)} each, horizon {formatHours(horizonHours)}, engine {scan.record.engine}
        , data {scan.record.dataset.hash.slice(0, 8)}, {scan.record.endedAt.slice(0, 10)}
        {methods !== "" && `; rows by ${methods}`}
      </p>
      {fault && <Failed error={fault} retry={() => setFault(null)} />}
      <RankingTable rows={rows.slice(0, most)} by={by} open={(row) => void open(row)} />
      {rows.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + 10 * pageRows)}>
          {formatCount(rows.length - most)} more
        </button>
      )}
    </section>
  );
}

interface TableProps {
  readonly rows: readonly RankRow[];
  readonly by: Consequence;
  readonly open: (row: RankRow) => void;
}

function RankingTable({ rows, by, open }: TableProps) {
  const { graph } = useExplore();
  const top = Math.max(1e-9, ...rows.slice(0, 1).map((row) => row[by] ?? 0));
  const selection = useScreen((screen) => screen.selection);
  return (
    <table className="compact ranking" data-testid="ranking">
      <thead>
        <tr>
          <th scope="col" className="number">
            #
          </th>
          <th scope="col">Asset</th>
          <th scope="col" className="number">
            {consequenceNames[by]} ({consequenceUnits[by]})
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const asset = graph.indexById.get(row.id) ?? -1;
          return (
            <tr key={row.id} data-chosen={selection?.id === row.id}>
              <td className="number soft">{index + 1}</td>
              <td>
                <button type="button" className="link" data-asset={row.id} onClick={() => open(row)}>
                  {graph.columns.assets.name[asset] ?? row.id}
                </button>
                <span className="small soft">
                  {graph.kindOf(asset)}, {graph.statesOf(asset).join(" ")}
                </span>
              </td>
              <td className="number" data-value={row[by] ?? ""}>
                {formatConsequence(row[by], by)}
                <meter className="bar" min={0} max={top} value={row[by] ?? 0} aria-hidden="true" />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
