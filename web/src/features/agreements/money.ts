import { locale_of } from '$shared/words/message';
import { reader_language } from '$shared/words/words.svelte';

/** "EUR 12,500,000" in the reader's digits: an exact amount is never rounded. */
export function money(amount: string, currency: string): string {
  const digits = /\.(\d+)$/.exec(amount)?.[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale_of(reader_language()), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${format.format(Number(amount))} ${currency}`;
}
