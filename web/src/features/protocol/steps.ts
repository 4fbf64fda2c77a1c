import type { Engagement, Instant, LocalDateTime } from '$shared/api/generated';
import { begins_at, is_over_at, leave_at } from '$shared/agenda/agenda';
import { clock, clock_of, date_of, minutes_of } from '$shared/time/clock';

/** Principals are told to the five minutes. */
export const step_minutes = 5;

/** One line of a principal's day: what is done at which clock. */
export interface Step {
  kind: 'leave' | 'in_place' | 'begins' | 'ends' | 'free';
  clock: string;
  minutes: number;
  engagement: Engagement;
}

/** The steps of a day in order: the way, being in place, beginning, end, and being free again. */
export function steps_of(engagements: Engagement[]): Step[] {
  return [...engagements]
    .sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1))
    .flatMap((engagement) => {
      const step = (kind: Step['kind'], at: string, minutes = 0): Step => ({
        kind,
        clock: at,
        minutes,
        engagement,
      });
      const begins = begins_at(engagement);
      const over = is_over_at(engagement);
      return [
        ...(engagement.travel_minutes > 0
          ? [step('leave', leave_at(engagement), engagement.travel_minutes)]
          : []),
        ...(begins < engagement.starts_at ? [step('in_place', clock_of(begins))] : []),
        step('begins', clock_of(engagement.starts_at)),
        step('ends', clock_of(engagement.ends_at)),
        ...(over > engagement.ends_at ? [step('free', clock_of(over))] : []),
      ];
    });
}

/** A start so many minutes later, or earlier, on its own day; nothing where it would leave it. */
export function shifted(starts_at: LocalDateTime, minutes: number): LocalDateTime | undefined {
  const at = minutes_of(starts_at) + minutes;
  return at < 0 || at >= 24 * 60 ? undefined : `${date_of(starts_at)}T${clock(at)}`;
}

/** The instant at which the clocks of a zone show a local time. */
export function instant_of(local: LocalDateTime, zone: string): Instant {
  const wanted = Date.parse(`${local}:00Z`);
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const shown = (at: number) => Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
  // Twice: the first guess may stand on the other side of a change of clocks.
  let at = wanted;
  for (let round = 0; round < 2; round += 1) at += wanted - shown(at);
  return new Date(at).toISOString().replace('.000', '');
}
