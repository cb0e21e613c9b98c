import "./JobProgress.css";
import type { FollowedJob } from "../data/use-job.ts";
import { cancelJob } from "../data/queries.ts";
import { formatCount, formatShare } from "../data/numbers.ts";

interface Props {
  readonly name: string;
  readonly jobId: string;
  readonly followed: FollowedJob;
}

const stateText = (done: number, total: number): string =>
  total > 0 ? `${formatCount(done)} of ${formatCount(total)}` : "preparing";

/** How far a job is, and the way to end it. */
export function JobProgress({ name, jobId, followed }: Props) {
  const { done, total } = followed.job?.progress ?? { done: 0, total: 0 };
  const share = total > 0 ? done / total : 0;
  const state = followed.job?.status === "running" ? stateText(done, total) : "waiting";
  return (
    <div className="progress" role="status" data-testid="job-progress">
      <div className="progress-text">
        <span>
          {name}: {state}
        </span>
        <span className="number">{formatShare(share)}</span>
      </div>
      <progress value={share} max={1} aria-label={name} />
      <button type="button" className="button" onClick={() => void cancelJob(jobId).catch(() => {})}>
        Cancel
      </button>
    </div>
  );
}
