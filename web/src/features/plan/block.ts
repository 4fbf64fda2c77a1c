import type { ProgrammeEntry, SessionEntry, Text } from '$shared/api/generated';
import { attendance_words } from '$shared/programme/attendance';
import { say, say_word } from '$shared/words/words.svelte';
import type { Block } from './board';

export function title_of(block: Block): Text {
  return block.entry?.title ?? block.session?.name ?? '';
}

const folders = { activity: 'activities', session: 'sessions', meeting: 'meetings' } as const;

export function address_of(block: { kind: keyof typeof folders; id: string }): string {
  return `/${folders[block.kind]}/${encodeURIComponent(block.id)}`;
}

interface Detailed {
  kind: string;
  entry?: ProgrammeEntry;
  session?: SessionEntry;
  meeting?: { table: number };
}

/** What a block tells besides its title and time, the most useful first. */
export function block_detail({ kind, entry, session, meeting }: Detailed): string[] {
  if (meeting) return [say('agenda.table', { table: meeting.table })];
  if (kind === 'session' && session) {
    const { meetings, tables, slot_minutes } = session;
    return [
      say('plan.meetings', { count: meetings }),
      say('plan.tables', { count: tables }),
      say('plan.minutes', { count: slot_minutes }),
    ];
  }
  if (!entry) return [];
  return [
    attendance_words(entry.attending, entry.capacity),
    entry.waiting > 0 ? say('plan.waiting', { count: entry.waiting }) : '',
    say_word('activity_kind', entry.kind),
  ].filter(Boolean);
}
