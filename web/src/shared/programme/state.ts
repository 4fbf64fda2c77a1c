import type { Mark, ProgrammeEntry } from '$shared/api/generated';
import { say } from '$shared/words/words.svelte';

/** The state of a record as words; each also has a shape, never only a colour. */
export function state_words(mark: Mark, status?: ProgrammeEntry['status']): string[] {
  const words: string[] = [];
  if (status === 'cancelled') words.push(say('state.cancelled'));
  if (mark.visibility === 'sealed') words.push(say('state.sealed'));
  else if (mark.visibility !== 'public') words.push(say('state.restricted'));
  if (status === 'announced_only') words.push(say('state.announced_only'));
  if (mark.invented) words.push(say('mark.invented'));
  else if (mark.assumed.length > 0) words.push(say('mark.assumed'));
  return words;
}
