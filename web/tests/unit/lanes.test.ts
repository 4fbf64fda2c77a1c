import { describe, expect, it } from 'vitest';
import type { OrganisationRow, PersonRow, Programme, SessionEntry } from '$shared/api/generated';
import { grid_step, place_on, scale_within, ticks_of, time_at } from '$features/plan/axis';
import { axis_of, lanes_of, lanes_within, next_block } from '$features/plan/lanes';
import { tops_of, visible } from '$features/plan/lanes';
import { disruption_of, home_of, is_movable, lock_of } from '$features/plan/move';
import { stepped, target_at } from '$features/plan/move';
import { wish_to_explain } from '$features/plan/why';
import { entry, place, wish } from './made';

const days = ['2025-10-06', '2025-10-07', '2025-10-08'];
const placed = (id: string, place_id: string, day: number, from: string, to: string) =>
  entry({ id, place_id, starts_at: `2025-10-0${day}T${from}`, ends_at: `2025-10-0${day}T${to}` });
const session: SessionEntry = {
  id: 'S1',
  name: 'Meetings',
  leg: 'north',
  zone: 'America/Los_Angeles',
  place_id: 'hall',
  starts_at: '2025-10-07T14:00',
  ends_at: '2025-10-07T15:00',
  slot_minutes: 20,
  slots: 3,
  tables: 4,
  meetings: 1,
  invented: true,
};
const programme: Programme = {
  ways: [],
  usual_way_minutes: 30,
  places: [place('hall', 1), place('room', 2), place('host-X', 3)],
  entries: [
    placed('A', 'hall', 7, '09:30', '11:00'),
    placed('B', 'hall', 7, '10:00', '10:30'),
    placed('C', 'room', 8, '11:00', '12:00'),
    placed('E', 'elsewhere', 6, '07:45', '08:15'),
    entry({ id: 'T', starts_at: null }),
  ],
  sessions: [session],
};
const organisation = (id: string) =>
  ({ id, name: `The ${id}`, invented: false }) as OrganisationRow;
const person = (id: string, of: string, role: PersonRow['role'] = 'delegate') =>
  ({
    id,
    name: `Person ${id}`,
    role,
    function: '',
    organisation: of ? { id: of, name: `The ${of}` } : null,
    invented: false,
  }) as PersonRow;
const axis = axis_of(programme, days);
const source = {
  programme,
  placements: {
    version: 1,
    meetings: [
      {
        session: 'S1',
        slot: 1,
        table: 4,
        first: 'O1',
        second: 'C1',
        first_person: 'P1',
        second_person: 'Q1',
      },
    ],
    attendances: [
      { activity: 'A', person: 'P1' },
      { activity: 'A', person: 'P2' },
      { activity: 'C', person: 'PR' },
    ],
  },
  organisations: [organisation('O1'), organisation('C1'), organisation('O9')],
  people: [
    person('P1', 'O1'),
    person('P2', 'O1'),
    person('Q1', 'C1'),
    person('PR', '', 'principal'),
  ],
  place_of_leg: () => 5,
};
const places = lanes_of(source, axis, 'places');
const organisations = lanes_of(source, axis, 'organisations');
const block_of = (key: string) =>
  places.flatMap((lane) => lane.blocks).find((block) => block.key === key)!;

describe('the axis of the mission', () => {
  it('spans the hours between which everything lies, and leaves out the nights', () => {
    expect([axis.from, axis.to]).toEqual([7 * 60, 18 * 60]);
    expect(place_on(axis, days[1]!, 8 * 60)).toBe(11 * 60 + 60);
  });

  it('gives back the day and time of each place', () => {
    for (const date of days)
      for (const minute of [7 * 60, 12 * 60 + 5, 17 * 60 + 55])
        expect(time_at(axis, place_on(axis, date, minute))).toEqual({ date, minute });
    expect(time_at(axis, -9)).toEqual({ date: days[0], minute: axis.from });
  });

  it('draws lines from five minutes to hours, and is zoomed within the mission', () => {
    expect([14, 1, 0.2, 0.1].map(grid_step)).toEqual([5, 60, 480, 480]);
    const lines = ticks_of(axis, [days[2]!], 240);
    expect(lines.map((line) => line.minute)).toEqual([8 * 60, 12 * 60, 16 * 60]);
    expect(lines[0]!.at).toBe(place_on(axis, days[2]!, 8 * 60));
    expect(scale_within(axis, 990, 0)).toBe(990 / (3 * 11 * 60));
    expect(scale_within(axis, 990, 99)).toBe(14);
  });
});

describe('the lanes of the board', () => {
  it('are the places in their order, and one for what has no known place', () => {
    expect(places.map((lane) => [lane.id, lane.blocks.map((block) => block.id)])).toEqual([
      ['hall', ['A', 'B', 'S1']],
      ['room', ['C']],
      ['host-X', []],
      ['', ['E']],
    ]);
    expect(places[0]!.lines).toBe(2);
    expect(places.map((lane) => lane.blocks[0]?.place)).toEqual([1, 2, undefined, 5]);
  });

  it('are organisations with what any of their people does, once', () => {
    expect(organisations.map((lane) => [lane.id, lane.blocks.map((b) => b.key)])).toEqual([
      ['O1', ['A@O1', 'O1~C1@O1']],
      ['C1', ['O1~C1@C1']],
    ]);
    const titles = organisations.map((lane) => lane.blocks.at(-1)!.title);
    expect(titles).toEqual(['The C1', 'The O1']);
  });

  it('are people, or principals only', () => {
    const ids = lanes_of(source, axis, 'people').map((lane) => lane.id);
    expect(ids).toEqual(['P1', 'P2', 'Q1', 'PR']);
    expect(lanes_of(source, axis, 'principals').map((lane) => lane.id)).toEqual(['PR']);
    expect(lanes_of({ ...source, placements: undefined }, axis, 'people')).toEqual([]);
  });

  it('are shown while something in them is in view, or they are kept', () => {
    const whole = 11 * 60;
    const shown = lanes_within(places, whole, 2 * whole, (lane) => lane.id === 'room');
    expect(shown.map((lane) => lane.id)).toEqual(['hall', 'room']);
  });

  it('are drawn only where they can be seen', () => {
    const tops = tops_of(places, 66);
    expect(tops).toEqual([0, 134, 202, 240, 308]);
    expect(visible(tops, 140, 210)).toEqual({ first: 1, end: 3 });
    expect(visible(tops, -50, 9999)).toEqual({ first: 0, end: 4 });
    expect(visible([0], 0, 100)).toEqual({ first: 0, end: 0 });
  });
});

describe('arrow keys', () => {
  it('go along the lane in time, and to what is nearest in the next lane', () => {
    expect(next_block(places, 'A', 'right')?.id).toBe('B');
    expect(next_block(places, 'B', 'left')?.id).toBe('A');
    expect(next_block(places, 'S1', 'right')).toBeUndefined();
    expect(next_block(places, 'A', 'down')?.id).toBe('C');
    expect(next_block(places, 'C', 'down')?.id).toBe('E');
    expect(next_block(places, 'A', 'up')).toBeUndefined();
  });
});

describe('what moves', () => {
  const hall = places[0]!;
  const a = block_of('A');
  const home = home_of(a, hall);
  const step = (from: typeof home, direction: 'left' | 'right' | 'up' | 'down') =>
    stepped(a, from, direction, 15, axis, programme, places)!;

  it('is an activity between places, or a meeting in the lanes of both', () => {
    expect(is_movable(a, hall)).toBe(true);
    expect(is_movable(block_of('S1'), hall)).toBe(false);
    const [own] = organisations;
    expect(own!.blocks.map((block) => is_movable(block, own!))).toEqual([false, true]);
  });

  it('goes by steps of time, over the night to the next day, and between lanes', () => {
    expect(step(home, 'right').minute).toBe(9 * 60 + 45);
    expect(step(home, 'down').lane.id).toBe('room');
    const late = { ...home, minute: 16 * 60 + 30 };
    expect(step(late, 'right')).toMatchObject({ date: days[2], minute: 7 * 60 });
    const early = { ...home, minute: 7 * 60 };
    expect(step(early, 'left')).toMatchObject({ date: days[0], minute: 16 * 60 + 30 });
    expect(step({ ...early, date: days[0]! }, 'left')).toBeUndefined();
  });

  it('follows the pointer on the grid and stays within the day', () => {
    const at = (minute: number) =>
      target_at(a, hall, place_on(axis, days[1]!, minute), 15, axis, programme)?.minute;
    expect(at(10 * 60 + 9)).toBe(10 * 60 + 15);
    expect(at(17 * 60 + 40)).toBe(16 * 60 + 30);
  });

  it('is asked of the engine by its keys; a host’s own place is no room', () => {
    expect(disruption_of(a, { ...home, minute: 605 })).toMatchObject({
      kind: 'activity_moved',
      activity: 'A',
      starts_at: '2025-10-07T10:05',
      room: 'hall',
    });
    expect(disruption_of(a, { ...home, lane: places[2]! }).room).toBeNull();
  });

  it('goes from slot to slot where it is a meeting', () => {
    const lane = organisations[0]!;
    const meeting = lane.blocks[1]!;
    const now = home_of(meeting, lane);
    const next = stepped(meeting, now, 'right', 5, axis, programme, organisations)!;
    expect([next.slot, next.minute]).toEqual([2, 14 * 60 + 40]);
    expect(stepped(meeting, next, 'right', 5, axis, programme, organisations)).toBeUndefined();
    expect(stepped(meeting, now, 'down', 5, axis, programme, organisations)).toBeUndefined();
    expect(disruption_of(meeting, next)).toMatchObject({
      kind: 'meeting_moved',
      organisation: 'O1',
      counterpart: 'C1',
      session: 'S1',
      slot: 2,
    });
    expect([lock_of(meeting), lock_of(a)]).toEqual(['meeting/O1/C1', 'activity/A']);
  });

  it('explains a must before a want of what has the focus', () => {
    const unplaced = [
      wish({ id: 'other', organisation: { id: 'O7', name: '' } }),
      wish({ id: 'want' }),
      wish({ id: 'must', level: 'must' }),
      wish({ id: 'seat', activity: { id: 'A', name: '' }, organisation: null }),
    ];
    const lane = organisations[0]!;
    expect(wish_to_explain(unplaced, lane.blocks[1]!, lane)?.id).toBe('must');
    expect(wish_to_explain(unplaced, a, hall)?.id).toBe('seat');
    expect(wish_to_explain(unplaced, block_of('C'), places[1]!)).toBeUndefined();
  });
});

