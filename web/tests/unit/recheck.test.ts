import { describe, expect, it } from 'vitest';
import type { Placements, PlacedMeeting, Programme, SessionEntry } from '$shared/api/generated';
import { recheck } from '$features/quality/recheck';
import { entry, place } from './made';

const session: SessionEntry = {
  id: 'S1',
  name: 'Meetings',
  leg: 'north',
  zone: 'America/Los_Angeles',
  place_id: 'hall',
  starts_at: '2025-10-07T09:00',
  ends_at: '2025-10-07T10:00',
  slot_minutes: 20,
  slots: 3,
  tables: 2,
  meetings: 0,
  invented: false,
};
const at = (id: string, from: string, to: string, room: string) =>
  entry({ id, starts_at: `2025-10-07T${from}`, ends_at: `2025-10-07T${to}`, place_id: room });
const programme: Programme = {
  places: [place('hall'), place('room')],
  ways: [],
  usual_way_minutes: 30,
  sessions: [session],
  entries: [at('A1', '09:20', '10:00', 'room'), at('A2', '10:00', '11:00', 'room')],
};
const meets = (first: string, second: string, slot: number, table: number): PlacedMeeting => ({
  session: 'S1',
  slot,
  table,
  first,
  second,
  first_person: `P${first}`,
  second_person: `P${second}`,
});
const good: Placements = {
  version: 1,
  meetings: [meets('O1', 'C1', 0, 1), meets('O2', 'C2', 0, 2), meets('O1', 'C2', 1, 1)],
  attendances: [
    { activity: 'A2', person: 'PO1' },
    { activity: 'A1', person: 'PC1' },
    { activity: 'A2', person: 'PC1' },
  ],
};
const faults = (placements: Placements, of = programme) =>
  Object.fromEntries(recheck(placements, of).map((each) => [each.rule, each.faults]));

describe('a plan that is added up anew', () => {
  it('is without fault where nobody, no table, no pair and no room is there twice', () => {
    expect(faults(good)).toEqual({ tables: [], pairs: [], people: [], rooms: [] });
    expect(recheck(good, programme).map((each) => each.looked_at)).toEqual([3, 3, 4, 1]);
  });

  it('names a table that is taken twice, or is none', () => {
    const twice = { ...good, meetings: [...good.meetings, meets('O3', 'C3', 0, 2)] };
    expect(faults(twice)['tables']).toEqual(['S1/0/2']);
    const beyond = { ...good, meetings: [meets('O1', 'C1', 3, 1), meets('O2', 'C2', 0, 3)] };
    expect(faults(beyond)['tables']).toEqual(['S1/3/1', 'S1/0/3']);
  });

  it('names a pair that meets twice', () => {
    const twice = { ...good, meetings: [...good.meetings, meets('O1', 'C1', 2, 1)] };
    expect(faults(twice)['pairs']).toEqual(['O1~C1']);
  });

  it('names who is in two places, also within a long activity', () => {
    const busy = { ...good, attendances: [...good.attendances, { activity: 'A1', person: 'PO1' }] };
    expect(faults(busy)['people']).toEqual(['PO1: O1~C2, A1']);
  });

  it('names two activities at once in one room', () => {
    const crowded = { ...programme, entries: [...programme.entries, at('A3', '10:30', '11:30', 'room')] };
    expect(faults(good, crowded)['rooms']).toEqual(['room: A2, A3']);
  });
});
