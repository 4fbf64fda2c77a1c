import { describe, expect, it } from 'vitest';
import { by_day, leave_at, with_gaps } from '$shared/agenda/agenda';
import { engagement } from './made';

const kinds = (lines: ReturnType<typeof with_gaps>) =>
  lines.map((line) =>
    'gap' in line ? `${line.gap.from.slice(11)}–${line.gap.to.slice(11)}` : 'engagement',
  );

describe('an agenda', () => {
  it('is grouped by day in the order of time', () => {
    const late = engagement('16:00', '16:20');
    const early = engagement('09:00', '09:20');
    const other = { ...early, starts_at: '2025-10-06T10:00', ends_at: '2025-10-06T10:20' };
    expect(by_day([late, other, early])).toEqual([
      { day: '2025-10-06', engagements: [other] },
      { day: '2025-10-07', engagements: [early, late] },
    ]);
  });

  it('has gaps of twenty minutes and more; travelling is not free', () => {
    const day = [
      engagement('09:00', '09:20'),
      engagement('09:35', '09:55'),
      engagement('10:15', '10:35'),
      engagement('11:30', '12:00', { travel_minutes: 25 }),
    ];
    expect(kinds(with_gaps(day))).toEqual([
      'engagement',
      'engagement',
      '09:55–10:15',
      'engagement',
      '10:35–11:05',
      'engagement',
    ]);
  });

  it('counts a gap from the end of the longest engagement before it', () => {
    const day = [
      engagement('09:00', '12:00'),
      engagement('10:00', '10:20'),
      engagement('12:30', '13:00'),
    ];
    expect(kinds(with_gaps(day))).toEqual([
      'engagement',
      'engagement',
      '12:00–12:30',
      'engagement',
    ]);
  });

  it('tells when to leave', () => {
    expect(leave_at(engagement('09:40', '10:00', { travel_minutes: 8 }))).toBe('09:32');
  });
});
