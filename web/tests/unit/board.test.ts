import { describe, expect, it } from 'vitest';
import type { Programme } from '$shared/api/generated';
import { board_of, by_time } from '$features/plan/board';
import { may_be_on } from '$shared/programme/timing';
import { entry, place } from './made';

const at = (clock: string, day = 7) => `2025-10-0${day}T${clock}`;
const placed = (id: string, place_id: string, from: string, to: string, day = 7) =>
  entry({ id, place_id, starts_at: at(from, day), ends_at: at(to, day) });

const programme: Programme = {
  ways: [],
  usual_way_minutes: 30,
  places: [place('hall', 1), place('room', 2), place('empty', 3)],
  entries: [
    placed('A', 'hall', '09:30', '11:00'),
    placed('B', 'hall', '10:00', '10:30'),
    placed('C', 'hall', '11:00', '12:00'),
    placed('D', 'room', '20:15', '22:10'),
    placed('E', 'elsewhere', '10:45', '11:15'),
    placed('Z', 'hall', '09:00', '10:00', 8),
    entry({ id: 'T', starts_at: null }),
  ],
  sessions: [],
};
const board = board_of(programme, '2025-10-07', () => 5);

describe('the timetable of a day', () => {
  it('has a row for each place where something happens, in the places’ order', () => {
    expect(board.rows.map((row) => row.place?.id)).toEqual(['hall', 'room', undefined]);
  });

  it('lays what overlaps in different lines and uses a line again when it is free', () => {
    const hall = board.rows[0]!;
    expect(hall.blocks.map((block) => [block.id, block.line])).toEqual([
      ['A', 0],
      ['B', 1],
      ['C', 0],
    ]);
    expect(hall.lines).toBe(2);
  });

  it('spans full hours around everything', () => {
    expect([board.from, board.to]).toEqual([9 * 60, 23 * 60]);
  });

  it('shows neither other days nor what has no time', () => {
    const ids = by_time(board).map(({ block }) => block.id);
    expect(ids).toEqual(['A', 'B', 'E', 'C', 'D']);
  });

  it('colours by place, and by city where the place is not known', () => {
    expect(board.rows.map((row) => row.blocks[0]!.place)).toEqual([1, 2, 5]);
  });

  it('spans a working day where nothing happens', () => {
    const empty = board_of(programme, '2025-10-09', () => 1);
    expect([empty.rows.length, empty.from, empty.to]).toEqual([0, 540, 1080]);
  });
});

describe('an activity without a time', () => {
  const timed = (first_day: string | null, last_day: string | null) =>
    entry({ timing: { ...entry({}).timing, first_day, last_day } });

  it('may be on the days that the sources leave open, and no other', () => {
    expect(may_be_on(timed('2025-10-06', '2025-10-08'), '2025-10-07')).toBe(true);
    expect(may_be_on(timed('2025-10-07', null), '2025-10-07')).toBe(true);
    expect(may_be_on(timed('2025-10-08', null), '2025-10-07')).toBe(false);
    expect(may_be_on(timed(null, null), '2025-10-07')).toBe(false);
  });
});
