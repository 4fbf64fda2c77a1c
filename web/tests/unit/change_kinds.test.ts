import { describe, expect, it } from 'vitest';
import { choices_of } from '$features/changes/choices';
import { disruption_of, is_move, kinds } from '$features/changes/kinds';

describe('a filled form of a change', () => {
  it('holds the fields of its kind, numbers as numbers, and nothing else', () => {
    const filled = { from: ' V1 ', to: 'V2', minutes: '90', rule: 'x' };
    const message = disruption_of('road_closed', filled);
    expect(message).toMatchObject({ kind: 'road_closed', from: 'V1', to: 'V2', minutes: 90 });
    expect(message.rule).toBeNull();
  });

  it('leaves empty fields out', () => {
    expect(disruption_of('activity_moved', { activity: 'A1', room: '  ' }).room).toBeNull();
  });

  it('can be tried alone where something is moved by hand', () => {
    expect(Object.keys(kinds).filter(is_move)).toEqual([
      'activity_moved',
      'meeting_moved',
      'attendance_moved',
    ]);
  });

  it('offers the keys that are known, each with its name', () => {
    const text = (en: string) => ({ fr: '', nl: '', de: '', en });
    const programme = { entries: [{ id: 'A1', title: text('Gala') }], sessions: [], places: [] };
    const choices = choices_of(programme as never, [{ id: 'O1', name: text('Acme') }] as never, undefined);
    expect(choices.activity).toEqual([{ key: 'A1', name: 'Gala' }]);
    expect(choices.counterpart).toEqual([{ key: 'O1', name: 'Acme' }]);
    expect(choices.person).toEqual([]);
  });
});
