// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import type { Score } from '$shared/api/generated';
import { gap_words, wishes_words } from '$shared/programme/quality';
import { curve_path } from '$shared/ui/curve';
import { cause_words, level_words } from '$shared/wishes/wishes';
import { speak } from '$shared/words/words.svelte';
import { causes_of, narrowed } from '$features/quality/unplaced';
import { wish } from './made';

beforeAll(() => speak('en'));

const score = (changes: Partial<Score>): Score => ({
  value: 990,
  bound: 1000,
  gap_permille: 10,
  must_points: 100,
  musts_asked: 5,
  musts_placed: 4,
  musts_bound: 5,
  wants_asked: 2000,
  wants_placed: 1500,
  breaks: 0,
  worst_share_permille: 0,
  ...changes,
});

describe('the quality of a plan', () => {
  it('speaks in numbers of wishes', () => {
    expect(wishes_words(score({}))).toBe('1,504 of 2,005 wishes');
  });

  it('says how far it is from the proven best', () => {
    expect(gap_words(score({ value: 99_350, bound: 100_000 }))).toBe(
      'within 0.7 % of the proven best',
    );
    expect(gap_words(score({ value: 99_985, bound: 100_000 }))).toBe(
      'within 0.02 % of the proven best',
    );
  });

  it('is called best only where value and bound are the same', () => {
    expect(gap_words(score({ value: 1000 }))).toMatch(/^proven best/);
    expect(gap_words(score({ value: 9_999_999, bound: 10_000_000 }))).toBe(
      'within 0.01 % of the proven best',
    );
  });
});

describe('a wish that is not met', () => {
  it('tells its cause and names what is in the way, the first three of many', () => {
    const named = (name: string) => ({ id: name, name });
    const one = wish({ cause: 'not_available', details: [named('Gala')] });
    expect(cause_words(one)).toMatch(/never free .* In the way: Gala\.$/);
    const many = wish({ details: ['A', 'B', 'C', 'D', 'E'].map(named) });
    expect(cause_words(many)).toMatch(/In the way: A, B, C and 2 more\.$/);
    expect(cause_words(wish({ cause: null }))).toBe('The cause is not shown to you.');
  });

  it('tells its rank only where it is a want', () => {
    expect(level_words(wish({ rank: 2 }))).toBe('want, rank 2');
    expect(level_words(wish({ level: 'must' }))).toBe('must');
  });

  it('is counted by cause and found by cause, level and target', () => {
    const activity = { id: 'A', name: 'A' };
    const all = [
      wish({ id: '1' }),
      wish({ id: '2', level: 'must' }),
      wish({ id: '3', cause: 'activity_full', counterpart: null, activity }),
    ];
    expect(causes_of(all)).toEqual([
      { cause: 'tables_full', count: 2 },
      { cause: 'activity_full', count: 1 },
    ]);
    const ids = (filter: Parameters<typeof narrowed>[1]) =>
      narrowed(all, filter).map((each) => each.id);
    expect(ids({ cause: '', level: 'must', target: '' })).toEqual(['2']);
    expect(ids({ cause: '', level: '', target: 'activity' })).toEqual(['3']);
    expect(ids({ cause: 'tables_full', level: 'want', target: 'meeting' })).toEqual(['1']);
  });
});

describe('the curve', () => {
  const points = [
    { done_permille: 0, value: 0, bound: 100 },
    { done_permille: 1000, value: 50, bound: 60 },
  ];

  it('draws value and bound on one scale, the greatest at the top', () => {
    expect(curve_path(points, 'value', 100, 12)).toBe('M0.0 11.0L100.0 6.0');
    expect(curve_path(points, 'bound', 100, 12)).toBe('M0.0 1.0L100.0 5.0');
  });

  it('draws a single point as a level line and nothing as nothing', () => {
    expect(curve_path(points.slice(1), 'bound', 100, 12)).toBe('M0 1.0H100');
    expect(curve_path([], 'value', 100, 12)).toBe('');
  });
});
