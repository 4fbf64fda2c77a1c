import type { Text } from '$shared/api/generated';
import { number, say, say_word } from '$shared/words/words.svelte';
import type { Block } from './board';

export function title_of(block: Block): Text {
  return block.entry?.title ?? block.session?.name ?? '';
}

export function address_of(block: Block): string {
  const folder = block.kind === 'activity' ? 'activities' : 'sessions';
  return `/${folder}/${encodeURIComponent(block.id)}`;
}

/** "142 of 180 places", "142 people", or nothing where nobody is known to come. */
export function attendance_words(attending: number, capacity: number): string {
  if (capacity > 0)
    return say('plan.attending_of', { attending: number(attending), capacity: number(capacity) });
  return attending > 0 ? say('plan.attending', { count: attending }) : '';
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
