import type { LocalDate, ProgrammeEntry, Timing } from '$shared/api/generated';
import { clock_of } from '$shared/time/clock';
import { day_words } from '$shared/time/dates';
import { say, say_word } from '$shared/words/words.svelte';

/** What the sources print about the time of an activity, as a sentence. */
export function timing_words(timing: Timing): string {
  const { precision, first_day, last_day, earliest, latest } = timing;
  const part = timing.part_of_day ? say_word('part_of_day', timing.part_of_day) : '';
  const with_part = (words: string) => (part ? `${words}, ${part}` : words);
  if (precision === 'range' && first_day && last_day && first_day !== last_day)
    return with_part(
      say('timing.range', {
        first: day_words(first_day, 'month'),
        last: day_words(last_day, 'month'),
      }),
    );
  if ((precision === 'day' || precision === 'range') && first_day)
    return with_part(say('timing.day', { day: day_words(first_day) }));
  if (precision === 'window' && earliest && latest)
    return say('timing.window', { first: clock_of(earliest), last: clock_of(latest) });
  if (precision === 'fixed' && earliest) return say('timing.fixed', { time: clock_of(earliest) });
  return with_part(say('timing.unknown'));
}

/** Whether an activity without a time may be on this day, as far as the sources say. */
export function may_be_on(entry: ProgrammeEntry, date: LocalDate): boolean {
  const { first_day, last_day } = entry.timing;
  if (!first_day) return false;
  return first_day <= date && date <= (last_day ?? first_day);
}
