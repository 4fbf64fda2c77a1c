import type { Instant, LocalDate } from '$shared/api/generated';
import { reader_language } from '$shared/words/words.svelte';
import { date_in, dates_in, type DateStyle, instant_in } from './clock';

/** A date, a span and an instant in the reader's language. */
export const day_words = (date: LocalDate, style: DateStyle = 'day') =>
  date_in(reader_language(), date, style);
export const span_words = (first: LocalDate, last: LocalDate) =>
  dates_in(reader_language(), first, last);
export const instant_words = (instant: Instant, zone: string) =>
  instant_in(reader_language(), instant, zone);
/** "5–10 October": a span within a year that is told elsewhere. */
export const dates_short = (first: LocalDate, last: LocalDate) =>
  dates_in(reader_language(), first, last).replace(/\s*\d{4}$/, '');
