import { describe, expect, it } from 'vitest';
import * as clock from '$shared/time/clock';

describe('a local time', () => {
  it('is read as it stands, in whatever zone the reader’s device is', () => {
    expect(clock.clock_of('2025-10-07T09:40')).toBe('09:40');
    expect(clock.date_of('2025-10-07T09:40')).toBe('2025-10-07');
    expect(clock.minutes_of('2025-10-07T09:40')).toBe(580);
  });

  it('counts minutes across midnight', () => {
    expect(clock.minutes_between('2025-10-31T23:30', '2025-11-01T00:15')).toBe(45);
    expect(clock.minutes_on('2025-10-07', '2025-10-08T01:00')).toBe(1500);
    expect(clock.minutes_on('2025-10-07', '2025-10-06T23:00')).toBe(-60);
  });

  it('tells the clock some minutes before, across midnight too', () => {
    expect(clock.clock_before('2025-10-07T09:40', 8)).toBe('09:32');
    expect(clock.clock_before('2025-10-07T00:10', 30)).toBe('23:40');
  });
});

describe('a date', () => {
  it('is worded as each language does', () => {
    // The comma came with a newer edition of the Unicode locale data; browsers have either.
    expect(clock.date_in('en', '2025-10-07', 'day')).toMatch(/^Tuesday,? 7 October$/);
    expect(clock.date_in('fr', '2025-10-07', 'day')).toBe('mardi 7 octobre');
    expect(clock.date_in('nl', '2025-10-07', 'day')).toBe('dinsdag 7 oktober');
    expect(clock.date_in('de', '2025-10-07', 'day')).toBe('Dienstag, 7. Oktober');
  });

  it('has no stops and commas on the day strip', () => {
    expect(clock.date_in('en', '2025-10-07', 'short')).toBe('Tue 7');
    expect(clock.date_in('fr', '2025-10-07', 'short')).toBe('mar 7');
    expect(clock.date_in('de', '2025-10-07', 'short')).toBe('Di 7.');
  });

  it('says only once what both ends of a span share', () => {
    expect(clock.dates_in('en', '2025-10-05', '2025-10-10')).toBe('5–10 October 2025');
    expect(clock.dates_in('nl', '2025-10-05', '2025-10-10')).toBe('5–10 oktober 2025');
  });

  it('tells an instant on the clock of a named zone, with the zone', () => {
    const words = clock.instant_in('en', '2026-11-23T07:12:00Z', 'Europe/Brussels');
    expect(words).toContain('08:12');
    expect(words).toMatch(/CET|GMT\+1/);
  });
});
