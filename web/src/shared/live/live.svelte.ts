import { type CurvePoint, follow_events, type PlanProgress } from '$shared/api/generated';
import { plan_read } from '$shared/api/requests/plan';
import { invalidate, query_of } from '$shared/query/query.svelte';

let run = $state.raw<PlanProgress>();
let curve = $state.raw<CurvePoint[]>([]);
let published = $state<number>();

/** The planning run that was last heard of, and its value and bound so far. */
export const live = {
  get run(): PlanProgress | undefined {
    return run;
  },
  get curve(): CurvePoint[] {
    return curve;
  },
  /** The version that was published while the page was open. */
  get published(): number | undefined {
    return published;
  },
};

export function hear_progress(progress: PlanProgress): void {
  const point = {
    done_permille: progress.done_permille,
    value: progress.value,
    bound: progress.bound,
  };
  const goes_on = run?.id === progress.id;
  // A first report without value or bound has nothing to draw yet.
  curve = progress.bound > 0 ? [...(goes_on ? curve : []), point] : goes_on ? curve : [];
  run = progress;
}

/** Whoever begins to listen is told the latest version: only a later one is news. */
function hear_published(version: number): void {
  const known = query_of(plan_read()).data?.version;
  if (known === version) return;
  if (known !== undefined) published = version;
  run = undefined;
  curve = [];
  invalidate();
}

/** Listens to the server; what it says makes the page fetch again what it shows. */
export function start_listening(): () => void {
  const end = follow_events({
    plan_progress: hear_progress,
    published: (event) => hear_published(event.version),
  });
  addEventListener('online', invalidate);
  return () => {
    end();
    removeEventListener('online', invalidate);
  };
}
