import type { Engagement, Place, Programme, ProgrammeEntry } from '$shared/api/generated';
import { date_of, minutes_between } from '$shared/time/clock';
import { begins_at, type Gap, is_over_at } from './agenda';

/** How an activity goes with an agenda: `with` is what is in the way, or stands next to it. */
export type Fit =
  | { kind: 'own' }
  | { kind: 'clash'; with: Engagement }
  | { kind: 'too_far'; with: Engagement; minutes: number; free_minutes: number }
  | { kind: 'fits'; minutes: number };

/** Minutes from one place to another with the buffer; 0 within a venue. */
export function way_minutes(programme: Programme, from: string, to: string): number {
  if (from === to) return 0;
  const venue = (id: string) => programme.places.find((place: Place) => place.id === id)?.venue_id;
  const [here, there] = [venue(from) ?? '', venue(to) ?? ''];
  if (here !== '' && here === there) return 0;
  const way = programme.ways.find(
    (each) =>
      (each.from === here && each.to === there) || (each.from === there && each.to === here),
  );
  return way?.minutes ?? programme.usual_way_minutes;
}

function place_of(engagement: Engagement, programme: Programme): string {
  const session = programme.sessions.find((each) => each.id === engagement.session);
  const entry = programme.entries.find((each) => each.id === engagement.activity);
  return session?.place_id ?? entry?.place_id ?? engagement.room;
}

/** Whether a person can add an activity that has a time, on the way there and back too. */
export function fit_of(entry: ProgrammeEntry, agenda: Engagement[], programme: Programme): Fit {
  if (agenda.some((each) => each.activity === entry.id)) return { kind: 'own' };
  const starts = entry.starts_at ?? '';
  const ends = entry.ends_at ?? starts;
  const of_day = agenda.filter((each) => date_of(each.starts_at) === date_of(starts));
  const clash = of_day.find((each) => begins_at(each) < ends && is_over_at(each) > starts);
  if (clash) return { kind: 'clash', with: clash };
  const way = (each: Engagement) =>
    way_minutes(programme, place_of(each, programme), entry.place_id);
  let minutes = 0;
  for (const each of of_day) {
    const before = is_over_at(each) <= starts;
    const free = before
      ? minutes_between(is_over_at(each), starts)
      : minutes_between(ends, begins_at(each));
    if (free < way(each))
      return { kind: 'too_far', with: each, minutes: way(each), free_minutes: free };
    // The way that the reader is told is the one from what comes last before it.
    if (before) minutes = way(each);
  }
  return { kind: 'fits', minutes };
}

/** The activities of the city that one can go to within a gap, with places left. */
export function that_fit(gap: Gap, programme: Programme, agenda: Engagement[]): ProgrammeEntry[] {
  return programme.entries.filter(
    (entry) =>
      entry.starts_at !== null &&
      entry.ends_at !== null &&
      entry.leg === gap.leg &&
      entry.starts_at >= gap.from &&
      entry.ends_at <= gap.to &&
      entry.status !== 'cancelled' &&
      (entry.capacity === 0 || entry.attending < entry.capacity) &&
      fit_of(entry, agenda, programme).kind === 'fits',
  );
}
