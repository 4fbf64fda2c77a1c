import type { Text } from '$shared/api/generated';
import { attendance_words } from '$shared/programme/attendance';
import { say, say_word } from '$shared/words/words.svelte';
import type { Block } from './board';

export function title_of(block: Block): Text {
  return block.entry?.title ?? block.session?.name ?? '';
}

export function address_of(block: Block): string {
  const folder = block.kind === 'activity' ? 'activities' : 'sessions';
  return `/${folder}/${encodeURIComponent(block.id)}`;
}

/** What a block tells besides its title and time, the most useful first. */
export function block_detail(block: Block): string[] {
  if (block.session) {
    const { meetings, tables, slot_minutes } = block.session;
    return [
      say('plan.meetings', { count: meetings }),
      say('plan.tables', { count: tables }),
      say('plan.minutes', { count: slot_minutes }),
    ];
  }
  const entry = block.entry;
  if (!entry) return [];
  return [
    attendance_words(entry.attending, entry.capacity),
    entry.waiting > 0 ? say('plan.waiting', { count: entry.waiting }) : '',
    say_word('activity_kind', entry.kind),
  ].filter(Boolean);
}
