import type { Disruption } from '$shared/api/generated';

/** A disruption in which nothing is said yet: kinds fill what they need. */
export const no_change: Disruption = {
  kind: '',
  activity: null,
  office: null,
  organisation: null,
  counterpart: null,
  person: null,
  room: null,
  session: null,
  from: null,
  to: null,
  starts_at: null,
  minutes: null,
  tables: null,
  slot: null,
  organisations: null,
  people: null,
  wishes: null,
  rule: null,
  now: null,
};
