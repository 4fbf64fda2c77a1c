import type { Engagement, Leg, LocalDate, MissionPage, Text } from '$shared/api/generated';
import { clock_of, date_of } from '$shared/time/clock';

/** A stretch of a route: one city, and its days or hours in order. */
export interface Stay {
  key: string;
  name: Text;
  place: number;
  stations: string[];
  details: string[];
}

/** The days that a leg's city is the mission's, in order. */
export const days_of = (mission: MissionPage, leg: Leg): LocalDate[] =>
  mission.days.map((day) => day.local_date).filter((day) => leg.first_day <= day && day <= leg.last_day);

/** One city of somebody's day: when they are first and last expected there. */
export interface Visit {
  leg: string;
  first: Engagement;
  last: Engagement;
}

/**
 * The cities of somebody's day in order, where they change city on it; nothing where they do not.
 * A day that begins in another city than the last one before it ended begins with that one.
 * `days` are the agenda's in order (by_day).
 */
export function visits_of(
  days: { day: LocalDate; engagements: Engagement[] }[],
  day: LocalDate,
): Visit[] {
  const before = days.filter((each) => each.day < day).at(-1)?.engagements.at(-1);
  const of_day = days.find((each) => each.day === day)?.engagements ?? [];
  const visits: Visit[] = before && of_day.length > 0 ? [{ leg: before.leg, first: before, last: before }] : [];
  for (const engagement of of_day) {
    const latest = visits.at(-1);
    if (latest?.leg === engagement.leg) latest.last = engagement;
    else visits.push({ leg: engagement.leg, first: engagement, last: engagement });
  }
  return visits.length > 1 ? visits : [];
}

/** "Tue 7, 17:30" where the time is on another day than `day`, "09:00" on it. */
export const station_of = (
  local: string,
  day: LocalDate,
  day_in_words: (day: LocalDate) => string,
): string =>
  date_of(local) === day ? clock_of(local) : `${day_in_words(date_of(local))}, ${clock_of(local)}`;
