import type { Cause, WishLevel, WishRow } from '$shared/api/generated';

export interface UnplacedFilter {
  cause: Cause | '';
  level: WishLevel | '';
  target: 'meeting' | 'activity' | '';
}

/** The wishes that answer to the filter. */
export function narrowed(wishes: WishRow[], filter: UnplacedFilter): WishRow[] {
  return wishes.filter(
    (wish) =>
      (!filter.cause || wish.cause === filter.cause) &&
      (!filter.level || wish.level === filter.level) &&
      (!filter.target || (wish.activity ? 'activity' : 'meeting') === filter.target),
  );
}

/** How many wishes each cause stopped, the most frequent first. */
export function causes_of(wishes: WishRow[]): { cause: Cause; count: number }[] {
  const counts = new Map<Cause, number>();
  for (const wish of wishes)
    if (wish.cause) counts.set(wish.cause, (counts.get(wish.cause) ?? 0) + 1);
  return [...counts].map(([cause, count]) => ({ cause, count })).sort((a, b) => b.count - a.count);
}
