import type { Named, WishRow } from '$shared/api/generated';
import { plain, say, say_word } from '$shared/words/words.svelte';

/** Who wishes, and what is wished: both ends of a wish. */
export function ends_of(wish: WishRow): { from: Named | null; to: Named | null } {
  return { from: wish.person ?? wish.organisation, to: wish.activity ?? wish.counterpart };
}

/** Why a wish is not granted, as a sentence that names what is in the way. */
export function cause_words(wish: WishRow): string {
  if (!wish.cause) return say('cause.untold');
  const sentence = say_word('cause', wish.cause);
  const details = wish.details.map((each) => plain(each.name)).filter(Boolean);
  if (details.length === 0) return sentence;
  const shown = details.slice(0, 3).join(', ');
  const more = details.length - 3;
  const names = more > 0 ? `${shown} ${say('cause.more', { count: more })}` : shown;
  return `${sentence} ${say('cause.details', { names })}`;
}

/** "must", or "want, rank 2". */
export function level_words(wish: WishRow): string {
  const level = say_word('wish_level', wish.level);
  return wish.level === 'want' && wish.rank > 0
    ? say('wish.ranked', { level, rank: String(wish.rank) })
    : level;
}
