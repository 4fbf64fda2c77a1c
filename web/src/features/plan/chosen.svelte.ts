import type { LocalDate, MissionPage, Programme } from '$shared/api/generated';
import { keep_preference, preference } from '$shared/reader/preference';
import { narrow } from '$shared/reader/width';
import { date_of } from '$shared/time/clock';
import type { LaneKind } from './lanes';

export type View = 'board' | 'list';

let last_day = $state<LocalDate>();
let view = $state<View | undefined>(stored_view());
let scale = $state(0);
let lanes = $state<LaneKind>('places');
let lane_name = $state('');

function stored_view(): View | undefined {
  const stored = preference('plan view');
  return stored === 'board' || stored === 'list' ? stored : undefined;
}

/** What the reader chose in Plan, kept while they look at other screens. */
export const chosen = {
  get view(): View {
    return view ?? (narrow.current ? 'list' : 'board');
  },
  set view(wanted: View) {
    view = wanted;
    keep_preference('plan view', wanted);
  },
  /** Pixels of a minute; 0: as many as show a whole day. */
  get scale(): number {
    return scale;
  },
  set scale(wanted: number) {
    scale = wanted;
  },
  /** What the lanes of the board are. */
  get lanes(): LaneKind {
    return lanes;
  },
  set lanes(wanted: LaneKind) {
    if (wanted !== lanes) lane_name = '';
    lanes = wanted;
  },
  /** Only lanes with this in their name are shown. */
  get lane_name(): string {
    return lane_name;
  },
  set lane_name(wanted: string) {
    lane_name = wanted;
  },
  remember_day(day: LocalDate): void {
    last_day = day;
  },
};

function day_of_object(programme: Programme, id: string): LocalDate | undefined {
  const entry = programme.entries.find((each) => each.id === id);
  const starts_at =
    entry?.starts_at ?? programme.sessions.find((each) => each.id === id)?.starts_at;
  return starts_at ? date_of(starts_at) : undefined;
}

/** The day to show: that of the address, of the open object, seen last, or the first busy one. */
export function day_to_show(
  mission: MissionPage,
  programme: Programme,
  asked: string | null,
  id: string,
): LocalDate {
  const is_day = (day: LocalDate | null | undefined) =>
    mission.days.some((each) => each.local_date === day);
  const of_object = id ? day_of_object(programme, id) : undefined;
  for (const day of [asked, of_object, last_day]) if (day && is_day(day)) return day;
  const busy = mission.days.find(
    (each) => each.local_date >= mission.first_day && each.activities > 0,
  );
  return busy?.local_date ?? mission.first_day;
}
