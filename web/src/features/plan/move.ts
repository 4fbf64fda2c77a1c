import type { Disruption, LocalDate, Programme, SessionEntry } from '$shared/api/generated';
import { no_change } from '$shared/programme/disruption';
import { type Axis, place_on, time_at } from './axis';
import { type Lane, type LaneBlock, slot_time } from './lanes';

/** Where something is being moved to: a time in a lane, for meetings the slot of a session. */
export interface Target {
  lane: Lane;
  date: LocalDate;
  minute: number;
  session?: SessionEntry;
  slot?: number;
}

/** Activities move between places; meetings between the slots of sessions, in the lanes of both. */
export function is_movable(block: LaneBlock, lane: Lane): boolean {
  return block.kind === 'activity' ? lane.address === '' : block.kind === 'meeting';
}

/** Where it is now. */
export function home_of(block: LaneBlock, lane: Lane): Target {
  const home = { lane, date: block.date, minute: block.starts };
  return block.meeting && block.session
    ? { ...home, session: block.session, slot: block.meeting.slot }
    : home;
}

function local(date: LocalDate, minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** What the engine is asked. A host's own place is no room: then the activity keeps its own. */
export function disruption_of(block: LaneBlock, target: Target): Disruption {
  if (block.meeting)
    return {
      ...no_change,
      kind: 'meeting_moved',
      organisation: block.meeting.first,
      counterpart: block.meeting.second,
      session: target.session?.id ?? null,
      slot: target.slot ?? null,
    };
  return {
    ...no_change,
    kind: 'activity_moved',
    activity: block.id,
    starts_at: local(target.date, target.minute),
    room: target.lane.room && !is_hosts(target.lane) ? target.lane.id : null,
  };
}

/** Whether a lane is a host's own place rather than a room of the mission. */
export const is_hosts = (lane: Lane): boolean => lane.id.startsWith('host-');

export function same_target(a: Target, b: Target): boolean {
  if (a.session || b.session) return a.session?.id === b.session?.id && a.slot === b.slot;
  return a.lane.id === b.lane.id && a.date === b.date && a.minute === b.minute;
}

interface Slot {
  session: SessionEntry;
  slot: number;
  place: number;
}

/** All slots of meetings in the order of time. */
function slots_of(programme: Programme, axis: Axis): Slot[] {
  return programme.sessions
    .flatMap((session) =>
      Array.from({ length: session.slots }, (_, slot) => {
        const { date, minute } = slot_time(session, slot);
        return { session, slot, place: place_on(axis, date, minute) };
      }),
    )
    .sort((a, b) => a.place - b.place || (a.session.id < b.session.id ? -1 : 1));
}

function at_slot(lane: Lane, { session, slot }: Slot): Target {
  return { lane, ...slot_time(session, slot), session, slot };
}

/** The target at a place of the axis; `step` is the grid of minutes for activities. */
export function target_at(
  block: LaneBlock,
  lane: Lane,
  place: number,
  step: number,
  axis: Axis,
  programme: Programme,
): Target | undefined {
  if (block.meeting) {
    const slots = slots_of(programme, axis);
    if (slots.length === 0) return undefined;
    const nearest = slots.reduce((best, each) =>
      Math.abs(each.place - place) < Math.abs(best.place - place) ? each : best,
    );
    return at_slot(lane, nearest);
  }
  const { date, minute } = time_at(axis, place);
  const last = axis.to - (block.ends - block.starts);
  const rounded = Math.round(minute / step) * step;
  return { lane, date, minute: Math.max(axis.from, Math.min(last, rounded)) };
}

/** The target that an arrow key leads to; nothing where there is no further. */
export function stepped(
  block: LaneBlock,
  target: Target,
  direction: 'left' | 'right' | 'up' | 'down',
  step: number,
  axis: Axis,
  programme: Programme,
  lanes: Lane[],
): Target | undefined {
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  if (direction === 'up' || direction === 'down') {
    if (block.meeting) return undefined;
    const lane = lanes[lanes.findIndex((each) => each.id === target.lane.id) + sign];
    return lane && { ...target, lane };
  }
  if (block.meeting) {
    const slots = slots_of(programme, axis);
    const at = slots.findIndex(
      (each) => each.session.id === target.session?.id && each.slot === target.slot,
    );
    const next = slots[at + sign];
    return next && at_slot(target.lane, next);
  }
  const here = place_on(axis, target.date, target.minute);
  const minute = target.minute + sign * step;
  const length = block.ends - block.starts;
  if (minute >= axis.from && minute + length <= axis.to) return { ...target, minute };
  // Over the night: to the last or first time of the neighbouring day.
  const date = axis.days[axis.days.indexOf(time_at(axis, here).date) + sign];
  return date ? { ...target, date, minute: sign > 0 ? axis.from : axis.to - length } : undefined;
}

/** The key of a lock, as the server has it; empty for what cannot be locked. */
export function lock_of(block: LaneBlock): string {
  if (block.kind === 'activity') return `activity/${block.id}`;
  return block.meeting ? `meeting/${block.meeting.first}/${block.meeting.second}` : '';
}
