import { describe, expect, it } from 'vitest';
import { by_day } from '$shared/agenda/agenda';
import { station_of, visits_of } from '$shared/programme/route';
import { engagement } from './made';

const on = (day: string, clock: string, leg: string) =>
  engagement('09:00', '09:20', { starts_at: `${day}T${clock}`, ends_at: `${day}T${clock}`, leg });
const cities = (days: ReturnType<typeof by_day>, day: string) =>
  visits_of(days, day).map((visit) => visit.leg);

describe('the route of a day', () => {
  it('is nothing where one stays in a city', () => {
    const days = by_day([on('2025-10-07', '09:00', 'north'), on('2025-10-08', '09:00', 'north')]);
    expect(cities(days, '2025-10-07')).toEqual([]);
    expect(cities(days, '2025-10-08')).toEqual([]);
    expect(cities(days, '2025-10-09')).toEqual([]);
  });

  it('begins where the day before ended', () => {
    const days = by_day([
      on('2025-10-08', '17:00', 'north'),
      on('2025-10-09', '09:00', 'south'),
      on('2025-10-09', '11:00', 'south'),
    ]);
    expect(cities(days, '2025-10-08')).toEqual([]);
    const [from, to] = visits_of(days, '2025-10-09');
    expect([from?.leg, from?.last.starts_at]).toEqual(['north', '2025-10-08T17:00']);
    expect([to?.first.starts_at, to?.last.starts_at]).toEqual([
      '2025-10-09T09:00',
      '2025-10-09T11:00',
    ]);
  });

  it('names a city twice where one comes back', () => {
    const days = by_day([
      on('2025-10-08', '08:00', 'north'),
      on('2025-10-08', '12:00', 'south'),
      on('2025-10-08', '18:00', 'north'),
    ]);
    expect(cities(days, '2025-10-08')).toEqual(['north', 'south', 'north']);
  });

  it('tells the day of a time only where it is another', () => {
    const name = () => 'Wed 8';
    expect(station_of('2025-10-08T17:00', '2025-10-09', name)).toBe('Wed 8, 17:00');
    expect(station_of('2025-10-09T09:00', '2025-10-09', name)).toBe('09:00');
  });
});
