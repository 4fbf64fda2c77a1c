import type { Engagement, LocalDate, LocalDateTime } from '$shared/api/generated';
import { clock_before, date_of, minutes_between } from '$shared/time/clock';

/** Free time between two engagements of a day. */
export interface Gap {
  from: LocalDateTime;
  to: LocalDateTime;
  leg: string;
}

export type Line = { engagement: Engagement } | { gap: Gap };

const least_gap_minutes = 20;

/** The agenda's days in order, each with its engagements in order. */
export function by_day(agenda: Engagement[]): { day: LocalDate; engagements: Engagement[] }[] {
  const days = new Map<LocalDate, Engagement[]>();
  const sorted = [...agenda].sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1));
  for (const engagement of sorted) {
    const day = date_of(engagement.starts_at);
    days.set(day, [...(days.get(day) ?? []), engagement]);
  }
  return [...days].map(([day, engagements]) => ({ day, engagements }));
}

/** Engagements with the free time between them; travel to the next one is not free. */
export function with_gaps(engagements: Engagement[]): Line[] {
  const lines: Line[] = [];
  let free_from: LocalDateTime | undefined;
  for (const engagement of engagements) {
    if (free_from !== undefined) {
      const free = minutes_between(free_from, begins_at(engagement)) - engagement.travel_minutes;
      const until = leave_at(engagement);
      const to = `${date_of(engagement.starts_at)}T${until}`;
      if (free >= least_gap_minutes)
        lines.push({ gap: { from: free_from, to, leg: engagement.leg } });
    }
    lines.push({ engagement });
    const until = is_over_at(engagement);
    if (free_from === undefined || until > free_from) free_from = until;
  }
  return lines;
}

/** The clock at which to leave for an engagement. */
export function leave_at(engagement: Engagement): string {
  return clock_before(begins_at(engagement), engagement.travel_minutes);
}

/** When its coach leaves, or one is to be in place. */
export function begins_at(engagement: Engagement): LocalDateTime {
  return engagement.ride?.departs_at ?? engagement.presence?.in_place_at ?? engagement.starts_at;
}

/** When one is free again. */
export function is_over_at(engagement: Engagement): LocalDateTime {
  return engagement.ride?.returns_at ?? engagement.presence?.stays_until ?? engagement.ends_at;
}
