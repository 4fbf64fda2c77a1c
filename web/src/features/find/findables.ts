import type { Action } from '$shared/actions/actions.svelte';
import type { MissionPage, OrganisationRow, PersonRow, Programme } from '$shared/api/generated';
import { clock_of, date_of } from '$shared/time/clock';
import { day_words } from '$shared/time/dates';
import { country, plain, say, say_word } from '$shared/words/words.svelte';
import type { Findable } from './finder';

const joined = (...parts: string[]) => parts.filter(Boolean).join(' · ');

function moment(starts_at: string | null): string {
  if (!starts_at) return say('plan.time_unknown');
  return `${day_words(date_of(starts_at), 'short')}, ${clock_of(starts_at)}`;
}

export function action_findables(actions: Action[]): Findable[] {
  return actions
    .filter((action) => action.id !== 'find')
    .map((action) => ({
      id: `action ${action.id}`,
      kind: 'action',
      title: action.title(),
      detail: '',
      run: action.run,
    }));
}

export function day_findables(mission: MissionPage | undefined): Findable[] {
  const cities = new Map(mission?.legs.map((leg) => [leg.id, plain(leg.city)]));
  return (mission?.days ?? []).map((day) => ({
    id: `day ${day.local_date}`,
    kind: 'day',
    title: day_words(day.local_date),
    detail: day.legs.map((leg) => cities.get(leg) ?? '').join(' → '),
    address: `/plan?day=${day.local_date}`,
  }));
}

export function programme_findables(programme: Programme | undefined): Findable[] {
  const activities = (programme?.entries ?? []).map((entry) => ({
    id: `activity ${entry.id}`,
    kind: 'activity' as const,
    title: plain(entry.title),
    detail: joined(moment(entry.starts_at), plain(entry.host), plain(entry.place_name)),
    invented: entry.mark.invented,
    address: `/activities/${encodeURIComponent(entry.id)}`,
  }));
  const sessions = (programme?.sessions ?? []).map((session) => ({
    id: `session ${session.id}`,
    kind: 'session' as const,
    title: plain(session.name),
    detail: moment(session.starts_at),
    invented: session.invented,
    address: `/sessions/${encodeURIComponent(session.id)}`,
  }));
  return [...activities, ...sessions];
}

/** Rooms and hosts' own places: they lead to their lane, on the first day in their city. */
export function place_findables(
  programme: Programme | undefined,
  mission: MissionPage | undefined,
): Findable[] {
  const day_of = (leg: string) =>
    mission?.days.find((day) => day.legs.includes(leg))?.local_date ?? '';
  return (programme?.places ?? []).map((place) => ({
    id: `room ${place.id}`,
    kind: 'room',
    title: plain(place.name),
    detail: plain(place.venue) === plain(place.name) ? '' : plain(place.venue),
    invented: place.invented,
    address: `/plan?day=${day_of(place.leg)}&room=${encodeURIComponent(place.id)}`,
  }));
}

export function organisation_findables(rows: OrganisationRow[] | undefined): Findable[] {
  return (rows ?? []).map((row) => ({
    id: `organisation ${row.id}`,
    kind: 'organisation',
    title: plain(row.name),
    detail: joined(
      say_word('organisation_kind', row.kind),
      row.region === 'none' ? country(row.country) : say_word('region', row.region),
    ),
    invented: row.invented,
    address: `/organisations/${encodeURIComponent(row.id)}`,
  }));
}

export function person_findables(rows: PersonRow[] | undefined): Findable[] {
  return (rows ?? []).map((row) => ({
    id: `person ${row.id}`,
    kind: 'person',
    title: row.name,
    detail: joined(plain(row.function), row.organisation ? plain(row.organisation.name) : ''),
    invented: row.invented,
    address: `/people/${encodeURIComponent(row.id)}`,
  }));
}
