import { locale_of } from '$shared/words/message';
import { reader_language } from '$shared/words/words.svelte';

/** An exact decimal in the reader's digits, with as many decimals as the source prints. */
export function figure_value(value: string): string {
  const match = /^-?\d+(?:\.(\d+))?$/.exec(value);
  if (!match) return value;
  const digits = match[1]?.length ?? 0;
  return new Intl.NumberFormat(locale_of(reader_language()), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(value));
}
