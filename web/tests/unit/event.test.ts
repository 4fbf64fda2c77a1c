// @vitest-environment jsdom
import { beforeAll, expect, it } from 'vitest';
import type { MissionPage, ProgrammeEntry } from '$shared/api/generated';
import { offset_of } from '$shared/time/offset';
import { speak } from '$shared/words/words.svelte';
import { event_of } from '$features/about/event';
import { entry, mark } from './made';

beforeAll(() => speak('en'));

const mission = {
  name: 'A mission',
  first_day: '2025-10-05',
  last_day: '2025-10-10',
  legs: [{ id: 'north', city: 'San Francisco', zone: 'America/Los_Angeles' }],
  mark: mark({ sources: [{ url: 'https://source.example/page', publisher: 'Source' }] }),
} as MissionPage;
const timed = { starts_at: '2025-10-07T09:30', ends_at: '2025-10-07T11:00' };
const told = (changes: Partial<ProgrammeEntry>) =>
  event_of(mission, [entry({ ...timed, ...changes })], 'https://kontor.example')!.subEvent;

it('is an Event of schema.org with its cities, sources and public activities', () => {
  const event = event_of(mission, [entry(timed)], 'https://kontor.example');
  const city = { '@type': 'PostalAddress', addressLocality: 'San Francisco' };
  expect(event).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: 'A mission',
    url: 'https://kontor.example/about',
    startDate: '2025-10-05',
    endDate: '2025-10-10',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: [{ '@type': 'Place', name: 'San Francisco', address: city }],
    subjectOf: [{ '@type': 'WebPage', url: 'https://source.example/page' }],
    subEvent: [
      {
        '@type': 'Event',
        name: 'An activity',
        url: 'https://kontor.example/activities/A1',
        startDate: '2025-10-07T09:30-07:00',
        endDate: '2025-10-07T11:00-07:00',
        location: { '@type': 'Place', name: 'Hall', address: city },
      },
    ],
  });
});

it('tells nothing that is invented or not public', () => {
  expect(told({ mark: mark({ invented: true }) })).toEqual([]);
  expect(told({ mark: mark({ visibility: 'delegation' }) })).toEqual([]);
  const invented = { ...mission, mark: mark({ invented: true }) };
  expect(event_of(invented, [], 'https://kontor.example')).toBeUndefined();
});

it('leaves out assumed hours and rooms; the day is told where a source prints it', () => {
  const assumed = mark({ assumed: ['planned_timing', 'duration_minutes', 'room'] });
  expect(told({ mark: assumed })).toEqual([]);
  const timing = { ...entry({}).timing, precision: 'day', first_day: '2025-10-07' } as const;
  const [event] = told({ mark: assumed, timing });
  expect(event!.startDate).toBe('2025-10-07');
  expect(event!.endDate).toBeUndefined();
  expect(event!.location).toMatchObject({ name: 'San Francisco' });
});

it('says that an activity is cancelled', () => {
  expect(told({ status: 'cancelled' })[0]!.eventStatus).toBe('https://schema.org/EventCancelled');
});

it.each([
  ['2025-10-07T09:30', 'America/Los_Angeles', '-07:00'],
  ['2025-12-07T09:30', 'America/Los_Angeles', '-08:00'],
  ['2025-11-02T00:30', 'America/Los_Angeles', '-07:00'],
  ['2025-10-07T09:30', 'Asia/Kolkata', '+05:30'],
  ['2025-10-07T09:30', 'UTC', '+00:00'],
])('the clocks at %s in %s are %s from UTC', (local, zone, offset) => {
  expect(offset_of(local, zone)).toBe(offset);
});
