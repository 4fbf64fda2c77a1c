import type { PersonPage, ProgrammeEntry } from '$shared/api/generated';
import { instant_of } from './steps';

/** How a principal takes part in an activity: not at all, or there, before the others or later. */
export interface Part {
  in_place_at: string;
  stays_until: string;
}

export interface Line {
  entry: ProgrammeEntry;
  /** Of each principal, in their order; nothing: not there. */
  parts: (Part | undefined)[];
}

/** Activities with principals in the order of time, and which of the principals are there. */
export function party_of(principals: PersonPage[], entries: ProgrammeEntry[]): Line[] {
  const timed = entries.filter((entry) => entry.starts_at !== null && entry.status !== 'cancelled');
  const lines = timed.map((entry) => ({
    entry,
    parts: principals.map((page) => {
      const found = page.agenda.find((each) => each.activity === entry.id);
      return (
        found && {
          in_place_at: found.presence?.in_place_at ?? '',
          stays_until: found.presence?.stays_until ?? '',
        }
      );
    }),
  }));
  const at = ({ entry }: Line) => instant_of(entry.starts_at!, entry.zone);
  return lines
    .filter((line) => line.parts.some((part) => part !== undefined))
    .sort((a, b) => (at(a) < at(b) ? -1 : 1));
}
