import type {
  LocalDate,
  OrganisationRow,
  PersonRow,
  Place,
  PlacedMeeting,
  Placements,
  Programme,
  ProgrammeEntry,
  SessionEntry,
  Text,
} from '$shared/api/generated';
import { date_of, minutes_of, minutes_on } from '$shared/time/clock';
import { type Axis, place_on } from './axis';

/** What the lanes of the board are. */
export const lane_kinds = ['places', 'organisations', 'people', 'principals'] as const;
export type LaneKind = (typeof lane_kinds)[number];

/** An engagement in a lane. `from` and `to` are places on the axis. */
export interface LaneBlock {
  /** Unique on the board: the object's key, with that of the lane where there may be several. */
  key: string;
  kind: 'activity' | 'session' | 'meeting';
  /** The key of the object: an activity, a session, or both ends of a meeting. */
  id: string;
  from: number;
  to: number;
  date: LocalDate;
  starts: number;
  ends: number;
  line: number;
  /** The colour of its place. */
  place: number;
  entry?: ProgrammeEntry;
  session?: SessionEntry;
  meeting?: PlacedMeeting;
  /** Who is met, in the lane of the other. */
  title: Text;
}

export interface Lane {
  id: string;
  name: Text;
  /** The venue, organisation or kind, where it adds something. */
  detail: Text;
  invented: boolean;
  /** The room, where lanes are places. */
  room: Place | undefined;
  /** The address of the lane's own page; empty for places. */
  address: string;
  lines: number;
  blocks: LaneBlock[];
}

export interface Source {
  programme: Programme;
  placements: Placements | undefined;
  organisations: OrganisationRow[];
  people: PersonRow[];
  place_of_leg: (leg: string) => number;
}

export const meeting_id = (meeting: PlacedMeeting): string => `${meeting.first}~${meeting.second}`;

/** The hours between which everything lies; at least a working day. */
export function axis_of(programme: Programme, days: LocalDate[]): Axis {
  let [from, to] = [9 * 60, 18 * 60];
  for (const each of [...programme.entries, ...programme.sessions]) {
    if (!each.starts_at || !days.includes(date_of(each.starts_at))) continue;
    const starts = minutes_of(each.starts_at);
    from = Math.min(from, starts);
    const ends = each.ends_at ? minutes_on(date_of(each.starts_at), each.ends_at) : starts + 60;
    to = Math.max(to, ends);
  }
  return {
    days,
    from: Math.floor(from / 60) * 60,
    to: Math.min(24 * 60, Math.ceil(to / 60) * 60),
  };
}

type Unplaced = Omit<LaneBlock, 'key' | 'from' | 'to' | 'line'>;

function activity_block(entry: ProgrammeEntry, colour: number): Unplaced | undefined {
  if (!entry.starts_at) return undefined;
  const date = date_of(entry.starts_at);
  const starts = minutes_of(entry.starts_at);
  const ends = entry.ends_at ? minutes_on(date, entry.ends_at) : starts + 60;
  const { id, title } = entry;
  return { kind: 'activity', id, date, starts, ends, place: colour, entry, title };
}

function session_block(session: SessionEntry, colour: number): Unplaced {
  const date = date_of(session.starts_at);
  const ends = minutes_on(date, session.ends_at);
  const starts = minutes_of(session.starts_at);
  const { id, name: title } = session;
  return { kind: 'session', id, date, starts, ends, place: colour, session, title };
}

/** When the slot of a session is. */
export function slot_time(
  session: SessionEntry,
  slot: number,
): { date: LocalDate; minute: number } {
  const minute = minutes_of(session.starts_at) + slot * session.slot_minutes;
  return { date: date_of(session.starts_at), minute };
}

function meeting_block(
  meeting: PlacedMeeting,
  session: SessionEntry,
  colour: number,
  title: Text,
): Unplaced {
  const { date, minute: starts } = slot_time(session, meeting.slot);
  const ends = starts + session.slot_minutes;
  const id = meeting_id(meeting);
  return { kind: 'meeting', id, date, starts, ends, place: colour, session, meeting, title };
}

/** Gives blocks their places on the axis and each the first line that is free. */
function laid_out(axis: Axis, lane_id: string, blocks: Unplaced[]): Pick<Lane, 'lines' | 'blocks'> {
  const placed = blocks
    .filter((block) => axis.days.includes(block.date) && block.starts < axis.to)
    .map((block) => ({
      ...block,
      key: lane_id ? `${block.id}@${lane_id}` : block.id,
      from: place_on(axis, block.date, block.starts),
      to: place_on(axis, block.date, block.ends),
      line: 0,
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1));
  const ends: number[] = [];
  for (const block of placed) {
    const free = ends.findIndex((end) => end <= block.from);
    block.line = free < 0 ? ends.length : free;
    ends[block.line] = block.to;
  }
  return { blocks: placed, lines: ends.length };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function place_lanes(source: Source, axis: Axis): Lane[] {
  const { programme, place_of_leg } = source;
  const colours = new Map(programme.places.map((place) => [place.id, place.place]));
  const blocks = new Map<string, Unplaced[]>();
  const colour = (id: string, leg: string) => colours.get(id) ?? place_of_leg(leg);
  for (const entry of programme.entries) {
    const block = activity_block(entry, colour(entry.place_id, entry.leg));
    if (block) push(blocks, colours.has(entry.place_id) ? entry.place_id : '', block);
  }
  for (const session of programme.sessions)
    push(blocks, session.place_id, session_block(session, colour(session.place_id, session.leg)));
  const lanes = programme.places.map((place) => ({
    id: place.id,
    name: place.name,
    detail: place.venue,
    invented: place.invented,
    room: place,
    address: '',
    ...laid_out(axis, '', blocks.get(place.id) ?? []),
  }));
  const homeless = blocks.get('');
  if (!homeless) return lanes;
  const rest = { id: '', name: '', detail: '', invented: false, room: undefined, address: '' };
  return [...lanes, { ...rest, ...laid_out(axis, '', homeless) }];
}

/** The blocks of everybody's meetings and activities, by the key of a person. */
function blocks_of_people(source: Source): Map<string, Unplaced[]> {
  const { programme, placements, place_of_leg } = source;
  const blocks = new Map<string, Unplaced[]>();
  const names = new Map(source.organisations.map((row) => [row.id, row.name]));
  const sessions = new Map(programme.sessions.map((session) => [session.id, session]));
  const entries = new Map(programme.entries.map((entry) => [entry.id, entry]));
  for (const attendance of placements?.attendances ?? []) {
    const entry = entries.get(attendance.activity);
    const block = entry && activity_block(entry, place_of_leg(entry.leg));
    if (block) push(blocks, attendance.person, block);
  }
  for (const meeting of placements?.meetings ?? []) {
    const session = sessions.get(meeting.session);
    if (!session) continue;
    const make = (other: string) =>
      meeting_block(meeting, session, place_of_leg(session.leg), names.get(other) ?? other);
    push(blocks, meeting.first_person, make(meeting.second));
    push(blocks, meeting.second_person, make(meeting.first));
  }
  return blocks;
}

function person_lanes(source: Source, axis: Axis, principals_only: boolean): Lane[] {
  const blocks = blocks_of_people(source);
  return source.people
    .filter((row) => blocks.has(row.id) && (!principals_only || row.role === 'principal'))
    .map((row) => ({
      id: row.id,
      name: row.name,
      detail: row.organisation?.name ?? row.function,
      invented: row.invented,
      room: undefined,
      address: `/people/${encodeURIComponent(row.id)}`,
      ...laid_out(axis, row.id, blocks.get(row.id)!),
    }));
}

function organisation_lanes(source: Source, axis: Axis): Lane[] {
  const of_people = blocks_of_people(source);
  const blocks = new Map<string, Map<string, Unplaced>>();
  for (const row of source.people) {
    const organisation = row.organisation?.id;
    if (!organisation) continue;
    let own = blocks.get(organisation);
    if (!own) blocks.set(organisation, (own = new Map()));
    // Colleagues at one activity are one block of their organisation.
    for (const block of of_people.get(row.id) ?? []) own.set(block.id, block);
  }
  return source.organisations
    .filter((row) => (blocks.get(row.id)?.size ?? 0) > 0)
    .map((row) => ({
      id: row.id,
      name: row.name,
      detail: '',
      invented: row.invented,
      room: undefined,
      address: `/organisations/${encodeURIComponent(row.id)}`,
      ...laid_out(axis, row.id, [...blocks.get(row.id)!.values()]),
    }));
}

/** The lanes of the board; those of people and organisations hold what the reader may know. */
export function lanes_of(source: Source, axis: Axis, kind: LaneKind): Lane[] {
  if (kind === 'places') return place_lanes(source, axis);
  if (kind === 'organisations') return organisation_lanes(source, axis);
  return person_lanes(source, axis, kind === 'principals');
}

/** The lanes with something between two places of the axis, and, where asked, the empty rooms. */
export function lanes_within(
  lanes: Lane[],
  from: number,
  to: number,
  is_kept: (lane: Lane) => boolean,
): Lane[] {
  return lanes.flatMap((lane) => {
    const within = lane.blocks.filter((block) => block.to > from && block.from < to);
    if (within.length === 0 && !is_kept(lane)) return [];
    // As high as these days need: on other days more may happen at once.
    return [{ ...lane, lines: Math.max(-1, ...within.map((block) => block.line)) + 1 }];
  });
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Where an arrow key leads: along the lane, or to what is nearest in time in the next lane. */
export function next_block(
  lanes: Lane[],
  key: string,
  direction: Direction,
): LaneBlock | undefined {
  const lane_at = lanes.findIndex((lane) => lane.blocks.some((block) => block.key === key));
  const lane = lanes[lane_at];
  const at = lane?.blocks.findIndex((block) => block.key === key) ?? -1;
  if (!lane || at < 0) return undefined;
  if (direction === 'left') return lane.blocks[at - 1];
  if (direction === 'right') return lane.blocks[at + 1];
  const step = direction === 'up' ? -1 : 1;
  const { from } = lane.blocks[at]!;
  for (let next = lane_at + step; lanes[next]; next += step) {
    const { blocks } = lanes[next]!;
    if (blocks.length === 0) continue;
    return blocks.reduce((best, block) =>
      Math.abs(block.from - from) < Math.abs(best.from - from) ? block : best,
    );
  }
  return undefined;
}

/** How high a lane is drawn; one in which nothing is, less. */
export const height_of = (lane: Lane, line_height: number): number =>
  lane.lines > 0 ? lane.lines * line_height + 2 : 38;

/** The tops of lanes on the screen, and one more: where the last ends. */
export function tops_of(lanes: Lane[], line_height: number): number[] {
  const tops = [0];
  for (const lane of lanes) tops.push(tops.at(-1)! + height_of(lane, line_height));
  return tops;
}

/** The numbers of the first lane below `top` and of the one behind the last above `bottom`. */
export function visible(
  tops: number[],
  top: number,
  bottom: number,
): { first: number; end: number } {
  let [low, high] = [0, Math.max(0, tops.length - 1)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1]! <= top) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < tops.length - 1 && tops[end]! < bottom) ++end;
  return { first: low, end };
}
