import type { LocalDate, MissionPage, ProgrammeEntry } from '$shared/api/generated';
import { date_of } from '$shared/time/clock';
import { offset_of } from '$shared/time/offset';
import { plain } from '$shared/words/words.svelte';

/** What everybody may know, whoever reads: the page says the same to all. */
export const is_public = (entry: ProgrammeEntry) => entry.mark.visibility === 'public';

interface Place {
  '@type': 'Place';
  name: string;
  address?: { '@type': 'PostalAddress'; addressLocality: string };
}
/** An Event of https://schema.org/Event as far as facts go. */
interface Event {
  '@type': 'Event';
  name: string;
  url: string;
  startDate: string;
  endDate?: string;
  eventStatus?: string;
  location?: Place | Place[];
}
export interface MissionEvent extends Event {
  '@context': 'https://schema.org';
  eventAttendanceMode: string;
  subjectOf: { '@type': 'WebPage'; url: string }[];
  subEvent: Event[];
}

const assumes = (entry: ProgrammeEntry, ...fields: string[]) =>
  fields.some((field) => entry.mark.assumed.includes(field));

/** Start and end that sources print; a day without an hour where they print no more. */
function times_of(entry: ProgrammeEntry): Pick<Event, 'startDate' | 'endDate'> | undefined {
  const { starts_at, ends_at, timing, zone } = entry;
  if (starts_at && zone && !assumes(entry, 'planned_timing', 'timing', 'starts_at')) {
    const end = ends_at && !assumes(entry, 'duration_minutes', 'duration') ? ends_at : null;
    return {
      startDate: starts_at + offset_of(starts_at, zone),
      ...(end ? { endDate: end + offset_of(end, zone) } : {}),
    };
  }
  const day: LocalDate | null =
    timing.precision === 'day' ? timing.first_day : timing.earliest && date_of(timing.earliest);
  return day ? { startDate: day } : undefined;
}

function place_of(entry: ProgrammeEntry, city: string): Place | undefined {
  const name = assumes(entry, 'room', 'rooms', 'place') ? '' : plain(entry.place_name);
  const known_city = assumes(entry, 'leg') ? '' : city;
  if (!name && !known_city) return undefined;
  return {
    '@type': 'Place',
    name: name || known_city,
    ...(known_city
      ? { address: { '@type': 'PostalAddress' as const, addressLocality: known_city } }
      : {}),
  };
}

/**
 * The mission for search engines: public activities with a day that sources print. Nothing that
 * is invented or assumed is told, as they cannot see its mark; undefined where the mission is
 * invented.
 * `origin` is the address of the server, "https://kontor.example".
 */
export function event_of(
  mission: MissionPage,
  entries: ProgrammeEntry[],
  origin: string,
): MissionEvent | undefined {
  if (mission.mark.invented) return undefined;
  const cities = new Map(mission.legs.map((leg) => [leg.id, plain(leg.city)]));
  const sub_events = entries
    .filter((entry) => is_public(entry) && !entry.mark.invented)
    .flatMap((entry): Event[] => {
      const times = times_of(entry);
      const location = place_of(entry, cities.get(entry.leg) ?? '');
      if (!times) return [];
      return [
        {
          '@type': 'Event',
          name: plain(entry.title),
          url: `${origin}/activities/${encodeURIComponent(entry.id)}`,
          ...times,
          ...(entry.status === 'cancelled'
            ? { eventStatus: 'https://schema.org/EventCancelled' }
            : {}),
          ...(location ? { location } : {}),
        },
      ];
    });
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: plain(mission.name),
    url: `${origin}/about`,
    startDate: mission.first_day,
    endDate: mission.last_day,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: [...cities.values()].map((city) => ({
      '@type': 'Place',
      name: city,
      address: { '@type': 'PostalAddress', addressLocality: city },
    })),
    subjectOf: mission.mark.sources
      .filter((source) => source.url)
      .map(({ url }) => ({ '@type': 'WebPage', url })),
    subEvent: sub_events,
  };
}
