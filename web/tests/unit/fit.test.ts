import { describe, expect, it } from 'vitest';
import { fit_of, that_fit, way_minutes } from '$shared/agenda/fit';
import type { Programme } from '$shared/api/generated';
import { engagement, entry, place } from './made';

const at = (id: string, from: string, to: string, changes = {}) =>
  entry({ id, starts_at: `2025-10-07T${from}`, ends_at: `2025-10-07T${to}`, ...changes });

const programme: Programme = {
  places: [
    place('hall'),
    { ...place('room'), venue_id: 'hotel' },
    { ...place('lab'), venue_id: 'campus' },
    { ...place('host-X'), venue_id: '' },
  ],
  ways: [{ from: 'campus', to: 'hotel', minutes: 55 }],
  usual_way_minutes: 30,
  sessions: [],
  entries: [
    at('held', '14:00', '15:00'),
    at('lab', '10:00', '11:00', { place_id: 'lab' }),
    at('host', '12:40', '13:20', { place_id: 'host-X' }),
    at('same', '15:00', '16:00', { place_id: 'room' }),
    at('full', '10:00', '11:00', { capacity: 10, attending: 10 }),
    at('away', '10:00', '11:00', { leg: 'south' }),
    at('off', '10:00', '11:00', { status: 'cancelled' }),
  ],
};
const of = (id: string) => programme.entries.find((each) => each.id === id)!;
const agenda = [engagement('14:00', '15:00', { activity: 'held' })];

describe('the way between two places', () => {
  it('is none within a venue, what is known between two, and the usual to a host', () => {
    expect(way_minutes(programme, 'hall', 'room')).toBe(0);
    expect(way_minutes(programme, 'hall', 'lab')).toBe(55);
    expect(way_minutes(programme, 'lab', 'hall')).toBe(55);
    expect(way_minutes(programme, 'host-X', 'hall')).toBe(30);
  });
});

describe('an activity beside an agenda', () => {
  it('is in it already, or fits right behind in the same venue', () => {
    expect(fit_of(of('held'), agenda, programme).kind).toBe('own');
    expect(fit_of(of('same'), agenda, programme)).toEqual({ kind: 'fits', minutes: 0 });
  });

  it('clashes with what is at the same time', () => {
    const fit = fit_of(at('over', '14:30', '15:30'), agenda, programme);
    expect(fit).toMatchObject({ kind: 'clash', with: { activity: 'held' } });
  });

  it('is too far where the time between does not do for the way', () => {
    const late = at('late', '13:00', '13:31', { place_id: 'host-X' });
    expect(fit_of(late, agenda, programme)).toMatchObject({
      kind: 'too_far',
      minutes: 30,
      free_minutes: 29,
    });
    expect(fit_of(of('host'), agenda, programme).kind).toBe('fits');
  });

  it('takes the coach of an engagement as part of it', () => {
    const ride = {
      coach: '3',
      boards_at: 'Hotel',
      departs_at: '2025-10-07T13:00',
      returns_at: '2025-10-07T16:00',
    };
    const riding = [engagement('14:00', '15:00', { activity: 'held', ride })];
    expect(fit_of(of('same'), riding, programme).kind).toBe('clash');
  });

  it('is offered in a gap where it is within it, in that city, with places left', () => {
    const gap = { from: '2025-10-07T10:00', to: '2025-10-07T13:30', leg: 'north' };
    expect(that_fit(gap, programme, agenda).map((each) => each.id)).toEqual(['lab', 'host']);
  });
});
