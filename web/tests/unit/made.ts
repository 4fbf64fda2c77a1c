import type { Engagement, Mark, Place, ProgrammeEntry, WishRow } from '$shared/api/generated';

// Records for tests: whole ones, of which a test names only what it is about.

export const mark = (changes: Partial<Mark> = {}): Mark => ({
  visibility: 'public',
  owner: '',
  invented: false,
  assumed: [],
  sources: [],
  note: '',
  ...changes,
});

export const entry = (changes: Partial<ProgrammeEntry>): ProgrammeEntry => ({
  id: 'A1',
  title: 'An activity',
  kind: 'seminar',
  status: 'planned',
  sector: '',
  leg: 'north',
  zone: 'America/Los_Angeles',
  host: '',
  place_id: 'hall',
  place_name: 'Hall',
  timing: {
    precision: 'unknown',
    first_day: null,
    last_day: null,
    earliest: null,
    latest: null,
    part_of_day: '',
  },
  starts_at: null,
  ends_at: null,
  capacity: 0,
  attending: 0,
  waiting: 0,
  languages: [],
  offices: [],
  mark: mark(),
  ...changes,
});

export const place = (id: string, number = 1): Place => ({
  id,
  name: id,
  venue: 'Hotel',
  venue_id: 'hotel',
  leg: 'north',
  place: number,
  capacity: 0,
  tables: 0,
  invented: false,
});

export const engagement = (from: string, to: string, changes: Partial<Engagement> = {}) =>
  ({
    kind: 'meeting',
    title: 'A meeting',
    starts_at: `2025-10-07T${from}`,
    ends_at: `2025-10-07T${to}`,
    zone: 'America/Los_Angeles',
    leg: 'north',
    place: 1,
    place_name: '',
    room: '',
    table: 1,
    activity: '',
    session: '',
    with_organisation: null,
    with_person: '',
    own_person: '',
    reasons: [],
    mutual: false,
    travel_minutes: 0,
    ride: null,
    presence: null,
    mark: mark(),
    ...changes,
  }) satisfies Engagement;

export const wish = (changes: Partial<WishRow>): WishRow => ({
  id: 'W1',
  level: 'want',
  rank: 1,
  organisation: { id: 'O1', name: 'One' },
  person: null,
  counterpart: { id: 'O2', name: 'Two' },
  activity: null,
  granted: false,
  cause: 'tables_full',
  details: [],
  invented: true,
  ...changes,
});
