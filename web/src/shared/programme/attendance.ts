import { number, say } from '$shared/words/words.svelte';

/**
 * "142 of 180 places", "142 people", or nothing where nobody is known to come. Those who attend by
 * office take no place, so that there may be more people than places.
 */
export function attendance_words(attending: number, capacity: number): string {
  const numbers = { attending: number(attending), capacity: number(capacity) };
  if (capacity > 0 && attending > capacity) return say('plan.attending_over', numbers);
  if (capacity > 0) return say('plan.attending_of', numbers);
  return attending > 0 ? say('plan.attending', { count: attending }) : '';
}
