import type {
  LocalDate,
  Place,
  Programme,
  ProgrammeEntry,
  SessionEntry,
} from '$shared/api/generated';
import { minutes_on } from '$shared/time/clock';

/** An activity or session of one day; minutes count from the day's midnight. */
export interface Block {
  id: string;
  kind: 'activity' | 'session';
  from: number;
  to: number;
  /** The line within its row, from 0; blocks at the same time lie in different lines. */
  line: number;
  /** The colour of its place, 1 to 5; 0 where none is known. */
  place: number;
  entry?: ProgrammeEntry;
  session?: SessionEntry;
}

/** A row of the timetable; without a place it holds what has a time but no place. */
export interface Row {
  place: Place | undefined;
  lines: number;
  blocks: Block[];
}

export interface Board {
  /** The full hours between which everything lies, in minutes. */
  from: number;
  to: number;
  rows: Row[];
}

const least_hours = 9;

/** Sorts blocks by time and gives each the first line that is free. */
function lay_out(blocks: Block[]): { blocks: Block[]; lines: number } {
  const ends: number[] = [];
  const sorted = blocks.sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1));
  for (const block of sorted) {
    const free = ends.findIndex((end) => end <= block.from);
    block.line = free < 0 ? ends.length : free;
    ends[block.line] = block.to;
  }
  return { blocks: sorted, lines: Math.max(1, ends.length) };
}

function blocks_of(programme: Programme, date: LocalDate): Map<string, Block[]> {
  const by_place = new Map<string, Block[]>();
  const put = (place_id: string, block: Block) => {
    if (block.from < 0 || block.from >= 1440) return;
    by_place.set(place_id, [...(by_place.get(place_id) ?? []), block]);
  };
  for (const entry of programme.entries) {
    if (!entry.starts_at) continue;
    const from = minutes_on(date, entry.starts_at);
    const to = entry.ends_at ? minutes_on(date, entry.ends_at) : from + 60;
    put(entry.place_id, { id: entry.id, kind: 'activity', from, to, line: 0, place: 0, entry });
  }
  for (const session of programme.sessions) {
    const from = minutes_on(date, session.starts_at);
    const to = minutes_on(date, session.ends_at);
    put(session.place_id, {
      id: session.id,
      kind: 'session',
      from,
      to,
      line: 0,
      place: 0,
      session,
    });
  }
  return by_place;
}

function hours_of(rows: Row[]): { from: number; to: number } {
  const blocks = rows.flatMap((row) => row.blocks);
  if (blocks.length === 0) return { from: 9 * 60, to: 18 * 60 };
  const from = Math.floor(Math.min(...blocks.map((block) => block.from)) / 60) * 60;
  const to = Math.ceil(Math.max(...blocks.map((block) => block.to)) / 60) * 60;
  return { from, to: Math.max(to, from + least_hours * 60) };
}

/** The timetable of one day: a row for each place where something happens, in the places' order. */
export function board_of(
  programme: Programme,
  date: LocalDate,
  leg_place: (leg: string) => number,
): Board {
  const by_place = blocks_of(programme, date);
  const known = new Set(programme.places.map((place) => place.id));
  const rows: Row[] = [];
  for (const place of programme.places) {
    const blocks = by_place.get(place.id);
    if (blocks) rows.push({ place, ...lay_out(blocks) });
  }
  const homeless = [...by_place].filter(([id]) => !known.has(id)).flatMap(([, blocks]) => blocks);
  if (homeless.length > 0) rows.push({ place: undefined, ...lay_out(homeless) });
  for (const row of rows)
    for (const block of row.blocks)
      block.place = row.place?.place ?? leg_place((block.entry ?? block.session)!.leg);
  return { ...hours_of(rows), rows };
}

/** All blocks in the order of time, for the list. */
export function by_time(board: Board): { block: Block; row: Row }[] {
  return board.rows
    .flatMap((row) => row.blocks.map((block) => ({ block, row })))
    .sort((a, b) => a.block.from - b.block.from || a.block.to - b.block.to);
}
