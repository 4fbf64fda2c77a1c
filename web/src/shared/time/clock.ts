import type { LanguageCode, LocalDate, LocalDateTime } from '$shared/api/generated';
import { locale_of } from '$shared/words/message';

// Local times come from the server as the clocks of their city show them. They are cut and
// compared as text and never pass through the time zones of the reader's device.

export function date_of(local: LocalDateTime): LocalDate {
  return local.slice(0, 10);
}

/** "09:30" */
export function clock_of(local: LocalDateTime): string {
  return local.slice(11, 16);
}

/** Minutes since midnight. */
export function minutes_of(local: LocalDateTime): number {
  return Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
}

/** 570 as "09:30"; past midnight it counts on from 00:00. */
export function clock(minutes: number): string {
  const of_day = ((minutes % 1440) + 1440) % 1440;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(of_day / 60))}:${two(of_day % 60)}`;
}

function day_number(date: LocalDate): number {
  const [year, month, day] = date.split('-').map(Number);
  return Date.UTC(year!, month! - 1, day!) / 86_400_000;
}

/** Minutes of `local` counted from the midnight that begins `date`; above 1440 on later days. */
export function minutes_on(date: LocalDate, local: LocalDateTime): number {
  return (day_number(date_of(local)) - day_number(date)) * 1440 + minutes_of(local);
}

export function minutes_between(from: LocalDateTime, to: LocalDateTime): number {
  return minutes_on(date_of(from), to) - minutes_of(from);
}

/** The clock of `local` so many minutes earlier. */
export function clock_before(local: LocalDateTime, minutes: number): string {
  return clock(minutes_of(local) - minutes);
}

const date_styles = {
  short: { weekday: 'short', day: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { day: 'numeric', month: 'long' },
} as const;
export type DateStyle = keyof typeof date_styles;

/** A civil date in words: "Tue 7", "Tuesday 7 October", "7 October 2025", "7 October". */
export function date_in(language: LanguageCode, date: LocalDate, style: DateStyle): string {
  const options = { ...date_styles[style], timeZone: 'UTC' };
  const words = new Intl.DateTimeFormat(locale_of(language), options).format(
    new Date(day_number(date) * 86_400_000),
  );
  // On the day strip weekdays are abbreviated without a stop: "Di 7.", not "Di., 7.".
  return style === 'short' ? words.replace(/(?<=\p{L})\.|,/gu, '') : words;
}

/** "5–10 October 2025": both ends, what they share said once. */
export function dates_in(language: LanguageCode, first: LocalDate, last: LocalDate): string {
  const format = new Intl.DateTimeFormat(locale_of(language), {
    ...date_styles.date,
    timeZone: 'UTC',
  });
  const instant = (date: LocalDate) => new Date(day_number(date) * 86_400_000);
  return format.formatRange(instant(first), instant(last)).replace(/\s*–\s*/g, '–');
}

/** An instant on the clock of a named zone, which is told: "23 Nov 2026, 08:40 CET". */
export function instant_in(language: LanguageCode, instant: string, zone: string): string {
  return new Intl.DateTimeFormat(locale_of(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: zone || 'UTC',
    timeZoneName: 'short',
  }).format(new Date(instant));
}
