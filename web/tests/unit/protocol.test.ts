import { describe, expect, it } from 'vitest';
import type { Change, PersonPage } from '$shared/api/generated';
import { lockings } from '../../src/features/protocol/approvals';
import { party_of } from '../../src/features/protocol/party';
import { is_whole, rule_text } from '../../src/features/protocol/rule';
import { instant_of, shifted, steps_of } from '../../src/features/protocol/steps';
import { engagement, entry } from './made';

describe("a principal's day", () => {
  it('tells the way, being in place, beginning, end and being free again, each at its clock', () => {
    const presence = { in_place_at: '2025-10-07T09:50', stays_until: '2025-10-07T10:35' };
    const steps = steps_of([engagement('10:00', '10:30', { travel_minutes: 35, presence })]);
    expect(steps.map((step) => `${step.clock} ${step.kind}`)).toEqual([
      '09:15 leave',
      '09:50 in_place',
      '10:00 begins',
      '10:30 ends',
      '10:35 free',
    ]);
  });

  it('keeps a moved step on its day', () => {
    expect(shifted('2025-10-07T10:00', -5)).toBe('2025-10-07T09:55');
    expect(shifted('2025-10-07T23:55', 5)).toBeUndefined();
  });

  it('is told to the server as the instant of its city, on both sides of a change of clocks', () => {
    expect(instant_of('2025-10-07T09:30', 'America/Los_Angeles')).toBe('2025-10-07T16:30:00Z');
    expect(instant_of('2025-11-02T09:30', 'America/Los_Angeles')).toBe('2025-11-02T17:30:00Z');
    expect(instant_of('2025-10-26T04:00', 'Europe/Brussels')).toBe('2025-10-26T03:00:00Z');
  });
});

describe('approvals', () => {
  const change = (number: number, subject: string, detail: string) =>
    ({ number, subject, detail }) as Change;

  it('name the last who locked it', () => {
    const found = lockings([
      change(9, 'activity/A1', 'locked'),
      change(8, 'activity/A1', 'unlocked'),
      change(7, 'activity/A1', 'locked'),
    ]);
    expect(found.get('activity/A1')?.number).toBe(9);
  });
});

describe('the party', () => {
  it('has a line for each activity with a principal, in the order of time over all zones', () => {
    const page = (...activities: string[]) =>
      ({
        agenda: activities.map((activity) => engagement('10:00', '10:30', { activity })),
      }) as PersonPage;
    const entries = [
      entry({ id: 'west', starts_at: '2025-10-07T09:00', zone: 'America/Los_Angeles' }),
      entry({ id: 'east', starts_at: '2025-10-07T10:00', zone: 'America/New_York' }),
      entry({ id: 'empty', starts_at: '2025-10-07T08:00' }),
    ];
    const lines = party_of([page('west', 'east'), page('east')], entries);
    expect(lines.map((line) => [line.entry.id, line.parts.map((part) => part !== undefined)])).toEqual(
      [
        ['east', [true, true]],
        ['west', [true, false]],
      ],
    );
  });
});

describe('a rule as a sentence', () => {
  const blanks = { kind: 'always_with', who: 'a', with: 'b', scope: 'official', minutes: 10, most: 5 } as const;

  it('is asked for once all blanks are filled, and nobody accompanies themselves', () => {
    expect(is_whole(blanks)).toBe(true);
    expect(is_whole({ ...blanks, with: '' })).toBe(false);
    expect(is_whole({ ...blanks, with: 'a' })).toBe(false);
  });

  it('has the fields of its kind only', () => {
    expect(rule_text(blanks, [])).toBe(
      'kind = "always_with"\nwho = { offices = ["a"] }\nwith = { offices = ["b"] }\nscope = { official = true }',
    );
    expect(rule_text({ ...blanks, kind: 'arrives_last', scope: 'A17' }, ['A17'])).toBe(
      'kind = "arrives_last"\nwho = { offices = ["a"] }\nscope = { activities = ["A17"] }\nminutes = 10',
    );
  });
});
