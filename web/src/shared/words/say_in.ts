import type { LanguageCode } from '$shared/api/generated';
import { fill, type Message, type Parameters } from './message';
import { reader_language } from './words.svelte';

/** Sentences that come with a screen, in every language. */
export type Sentences<Name extends string> = Record<LanguageCode, Record<Name, Message>>;

/** The sentence of that name in the reader's language. */
export function say_in<Name extends string>(
  sentences: Sentences<Name>,
  name: Name,
  parameters: Parameters = {},
): string {
  const language = reader_language();
  return fill(language, sentences[language][name], parameters);
}
