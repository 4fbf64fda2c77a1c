import type { Disruption } from '$shared/api/generated';
import { no_change } from '$shared/programme/disruption';

export type Field = Exclude<keyof Disruption, 'kind' | 'now'>;
export type Entries = Partial<Record<Field, string>>;

/** What each kind of change asks for, in the order of the form. */
export const kinds: Record<string, readonly Field[]> = {
  activity_cancelled: ['activity'],
  activity_delayed: ['activity', 'minutes'],
  office_delayed: ['office', 'minutes'],
  withdrawal: ['organisation', 'person'],
  room_lost: ['room'],
  tables_lost: ['session', 'tables'],
  road_closed: ['from', 'to', 'minutes'],
  no_show: ['person', 'session', 'slot'],
  arrival: ['organisations', 'people', 'wishes'],
  rule_added: ['rule'],
  activity_moved: ['activity', 'starts_at', 'room'],
  meeting_moved: ['organisation', 'counterpart', 'session', 'slot'],
  attendance_moved: ['person', 'activity'],
};

const optional: Record<string, readonly Field[]> = {
  withdrawal: ['organisation', 'person'],
  activity_moved: ['room'],
  arrival: ['organisations', 'people', 'wishes'],
};
const numbers: readonly Field[] = ['minutes', 'tables', 'slot'];

export const is_number = (field: Field): boolean => numbers.includes(field);
export const is_file = (kind: string): boolean => kind === 'arrival';
export const is_needed = (kind: string, field: Field): boolean =>
  !(optional[kind] ?? []).includes(field);
/** By hand: what it does alone can be tried at once. */
export const is_move = (kind: string): boolean => kind.endsWith('_moved');

/** The message of a filled form; empty fields are left out. */
export function disruption_of(kind: string, entries: Entries): Disruption {
  const given = (kinds[kind] ?? [])
    .map((field) => [field, entries[field]?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => [field, is_number(field) ? Number(value) : value]);
  return { ...no_change, kind, ...Object.fromEntries(given) };
}
