import type { DraftPage, PlanPage } from '$shared/api/generated';
import type { Key } from '$shared/words/words.svelte';

export interface Row {
  key: Key;
  published: number;
  draft: number;
  /** Above zero: the draft is better in this, below: worse, zero: as good. */
  better: number;
}

/** What both plans are worth, side by side. */
export function rows_of(published: PlanPage, draft: DraftPage): Row[] {
  const row = (key: Key, before: number, after: number, sign = 1): Row => ({
    key,
    published: before,
    draft: after,
    better: Math.sign(after - before) * sign,
  });
  const [old, made] = [published.score, draft.score];
  return [
    row('quality.musts', old.musts_placed, made.musts_placed),
    row('quality.wants', old.wants_placed, made.wants_placed),
    row('quality.meetings', published.meetings, draft.meetings),
    row('quality.attendances', published.attendances, draft.attendances),
    row('quality.breaks', old.breaks, made.breaks, -1),
    row('quality.value', old.value, made.value),
    row('quality.bound', old.bound, made.bound, 0),
  ];
}
