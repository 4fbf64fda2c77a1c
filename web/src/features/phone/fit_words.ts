import type { Fit } from '$shared/agenda/fit';
import type { Engagement } from '$shared/api/generated';
import { clock_of } from '$shared/time/clock';
import { plain, say } from '$shared/words/words.svelte';

const name = (engagement: Engagement) =>
  plain(engagement.with_organisation?.name ?? engagement.title);

/** What choosing an activity would mean, before it is chosen. */
export function fit_words(fit: Fit): string {
  switch (fit.kind) {
    case 'own':
      return say('fit.own');
    case 'clash':
      return say('fit.clash', {
        name: name(fit.with),
        from: clock_of(fit.with.starts_at),
        to: clock_of(fit.with.ends_at),
      });
    case 'too_far':
      return say('fit.too_far', {
        name: name(fit.with),
        minutes: fit.minutes,
        free: fit.free_minutes,
      });
    case 'fits':
      return fit.minutes > 0 ? say('fit.fits_way', { minutes: fit.minutes }) : say('fit.fits');
  }
}
