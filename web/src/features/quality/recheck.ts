import type { Placements, Programme } from '$shared/api/generated';
import { date_of, minutes_of, minutes_on } from '$shared/time/clock';

/** One thing that was looked at: how often, and the keys of what breaks it. */
export interface Finding {
  rule: 'tables' | 'pairs' | 'people' | 'rooms';
  looked_at: number;
  faults: string[];
}

interface Span {
  what: string;
  day: string;
  from: number;
  to: number;
}

/** The first pairs of spans of one holder that are at the same time. */
function overlaps(holder: string, spans: Span[]): string[] {
  const sorted = [...spans].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.from - b.from));
  const faults: string[] = [];
  let last: Span | undefined;
  for (const span of sorted) {
    if (last && last.day === span.day && last.to > span.from)
      faults.push(`${holder}: ${last.what}, ${span.what}`);
    if (!last || last.day !== span.day || span.to > last.to) last = span;
  }
  return faults;
}

/** What occurs more than once. */
function repeated(keys: string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}

function add<K>(to: Map<K, Span[]>, key: K, span: Span): void {
  to.set(key, [...(to.get(key) ?? []), span]);
}

/**
 * Adds up a published plan anew from who meets whom and who attends what, without asking the
 * server how good it is. It sees no wishes: what the plan is worth is for `kontor verify`.
 */
export function recheck(placements: Placements, programme: Programme): Finding[] {
  const people = new Map<string, Span[]>();
  const rooms = new Map<string, Span[]>();
  const sessions = new Map(programme.sessions.map((session) => [session.id, session]));
  const activities = new Map<string, Span>();
  for (const entry of programme.entries) {
    if (!entry.starts_at || !entry.ends_at || entry.status === 'cancelled') continue;
    const day = date_of(entry.starts_at);
    const span = {
      what: entry.id,
      day,
      from: minutes_of(entry.starts_at),
      to: minutes_on(day, entry.ends_at),
    };
    activities.set(entry.id, span);
    if (programme.places.some((place) => place.id === entry.place_id && place.venue_id))
      add(rooms, entry.place_id, span);
  }
  const tables: string[] = [];
  const off_table: string[] = [];
  for (const meeting of placements.meetings) {
    const session = sessions.get(meeting.session);
    const table = `${meeting.session}/${meeting.slot}/${meeting.table}`;
    tables.push(table);
    const fits = session && meeting.slot < session.slots && meeting.table <= session.tables;
    if (!fits || meeting.slot < 0 || meeting.table < 1) off_table.push(table);
    if (!session) continue;
    const from = minutes_of(session.starts_at) + meeting.slot * session.slot_minutes;
    const what = `${meeting.first}~${meeting.second}`;
    const span = { what, day: date_of(session.starts_at), from, to: from + session.slot_minutes };
    for (const person of [meeting.first_person, meeting.second_person])
      if (person) add(people, person, span);
  }
  for (const { activity, person } of placements.attendances) {
    const span = activities.get(activity);
    if (span) add(people, person, span);
  }
  const pairs = placements.meetings.map((each) => `${each.first}~${each.second}`);
  const of_each = (holders: Map<string, Span[]>) =>
    [...holders].flatMap(([holder, spans]) => overlaps(holder, spans));
  return [
    { rule: 'tables', looked_at: tables.length, faults: [...off_table, ...repeated(tables)] },
    { rule: 'pairs', looked_at: pairs.length, faults: repeated(pairs) },
    { rule: 'people', looked_at: people.size, faults: of_each(people) },
    { rule: 'rooms', looked_at: rooms.size, faults: of_each(rooms) },
  ];
}
