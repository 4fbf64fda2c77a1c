import { describe, expect, it } from 'vitest';
import type { Attention, DraftPage, PlanPage, Score } from '$shared/api/generated';
import { countdown_words, days_between, lines_of } from '$features/control/attention';
import { rows_of } from '$features/draft/comparison';
import { wish } from './made';

const calm: Attention = {
  letters_to_approve: 0,
  letters_failed: 0,
  draft_waits: false,
  facts_changed: false,
  webhooks: [],
  expiring: [],
  clearances: [],
};
const score = (changes: Partial<Score> = {}) =>
  ({ musts_placed: 3, wants_placed: 9, breaks: 4, value: 100, bound: 110, ...changes }) as Score;
const plan = (changes: Partial<PlanPage> = {}) =>
  ({
    version: 2,
    verification: { good: true, checked_at: '', faults: [] },
    unplaced: [],
    unplaced_activities: [],
    score: score(),
    meetings: 10,
    attendances: 20,
    ...changes,
  }) as unknown as PlanPage;
const ids = (attention: Partial<Attention>, of = plan()) =>
  lines_of({ ...calm, ...attention }, of).map((line) => line.id);

describe('what needs the office', () => {
  it('is nothing where nothing does', () => {
    expect(ids({})).toEqual([]);
  });

  it('is told broken things first, then what is due, then what is open', () => {
    const clearance = {
      activity: { id: 'A28', name: 'A visit' },
      to_collect: 1,
      filed: 0,
      refused: 0,
      late: 0,
      deadline: '2025-09-15',
      days_left: 3,
    };
    const found = ids(
      { letters_to_approve: 2, letters_failed: 1, draft_waits: true, clearances: [clearance] },
      plan({ unplaced: [wish({ id: 'W1', level: 'must' }), wish({ id: 'W2' })] }),
    );
    expect(found).toEqual([
      'must W1',
      'letters_failed',
      'clearance A28',
      'draft_waits',
      'letters_to_approve',
    ]);
    const closed = lines_of({ ...calm, clearances: [{ ...clearance, days_left: -1 }] }, plan());
    expect(closed[0]?.weight).toBe('bad');
  });

  it('names six musts and counts the rest', () => {
    const unplaced = Array.from({ length: 9 }, (_, at) => wish({ id: `W${at}`, level: 'must' }));
    expect(ids({}, plan({ unplaced })).at(-1)).toBe('more_musts');
    expect(ids({}, plan({ unplaced }))).toHaveLength(7);
  });

  it('sends to the plan where there is none, or it does not verify', () => {
    expect(ids({}, plan({ version: 0 }))).toEqual(['no_plan']);
    const faulty = plan({ verification: { good: false, checked_at: '', faults: ['a fault'] } });
    expect(ids({ facts_changed: true }, faulty)).toEqual(['not_verified', 'facts_changed']);
  });

  it('leads each line to where it is settled', () => {
    const [line] = lines_of(calm, plan({ unplaced: [wish({ id: 'W 1', level: 'must' })] }));
    expect(line?.address).toBe('/wishes/W%201');
  });
});

describe('the countdown', () => {
  it('counts days before, within and after the mission', () => {
    expect(days_between('2025-10-25', '2025-10-27')).toBe(2); // over the end of summer time
    const words = (today: string) => countdown_words(today, '2025-10-05', '2025-10-10');
    expect(words('2025-10-01')).toBe('control.in_days');
    expect(words('2025-10-10')).toBe('control.day_of');
    expect(words('2025-10-11')).toBe('control.over');
  });
});

it('a draft is compared in what counts; fewer breaks are better', () => {
  const draft = { score: score({ breaks: 2, value: 90 }), meetings: 10, attendances: 21 };
  const rows = rows_of(plan(), draft as DraftPage);
  const better = Object.fromEntries(rows.map((row) => [row.key, row.better]));
  expect(better).toMatchObject({
    'quality.breaks': 1,
    'quality.value': -1,
    'quality.meetings': 0,
    'quality.attendances': 1,
  });
});
