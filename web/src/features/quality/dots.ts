import type { Share } from '$shared/api/generated';

const step_permille = 100;

/** The axis of some groups: from the tenth below the worst of them up to all wishes. */
export function dots_of(shares: Share[]) {
  const worst = Math.min(1000, ...shares.map((each) => each.worst_permille));
  const below = Math.floor(worst / step_permille) * step_permille;
  const from = Math.min(below, 1000 - step_permille);
  const sum = (of: (share: Share) => number) => shares.reduce((all, each) => all + of(each), 0);
  const asked = sum((each) => each.asked);
  return {
    from,
    /** Of all wishes of these groups together. */
    mean: asked > 0 ? Math.round((1000 * sum((each) => each.granted)) / asked) : 1000,
    /** Where a share stands, in percent of the axis. */
    place: (permille: number) =>
      (100 * Math.max(0, Math.min(1000, permille) - from)) / (1000 - from),
  };
}
