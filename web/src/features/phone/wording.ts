import type { OrganisationRow, Programme } from '$shared/api/generated';
import { organisations_read } from '$shared/api/requests/organisations';
import { query_of } from '$shared/query/query.svelte';
import { plain, say, say_word } from '$shared/words/words.svelte';

export const wish_levels = ['must', 'want', 'never'] as const;
export const presences = ['late_5', 'late_15', 'late_30', 'not_here'] as const;
export const outcomes = [
  'none',
  'contact',
  'lead',
  'offer',
  'memorandum',
  'contract',
  'order',
] as const;

/** A value of a remark in words. */
export function value_words(topic: string, value: string): string {
  if (value === '') return say('phone.nothing_said');
  if (topic === 'note') return value;
  return say_word(topic === 'wish' ? 'wish_level' : topic, value);
}

/** The name of what a remark is about. */
export function about_words(subject: string, programme: Programme | undefined): string {
  const [noun, ...keys] = subject.split('/');
  if (noun === 'activity')
    return plain(programme?.entries.find((each) => each.id === keys[0])?.title ?? keys[0] ?? '');
  const rows: OrganisationRow[] = query_of(organisations_read()).data ?? [];
  const names = keys.map((key) => plain(rows.find((row) => row.id === key)?.name ?? key));
  return names.join(' ↔ ');
}
