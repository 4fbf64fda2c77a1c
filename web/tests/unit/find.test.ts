import { describe, expect, it } from 'vitest';
import { find, type Findable, fold, score } from '$features/find/finder';

const made = (title: string, detail = '', kind: Findable['kind'] = 'organisation'): Findable => ({
  id: title,
  kind,
  title,
  detail,
});

describe('finding', () => {
  const all = [
    made('Go to: Plan', '', 'action'),
    made('Énergie du Nord', 'Wallonia'),
    made('Nordic Energy Partners', 'Brussels'),
    made('Partners for Energy', 'Flanders'),
    made('Lieve van der Straeten', 'Head of export, Nordic Energy Partners', 'person'),
  ];

  it('disregards accents and capitals', () => {
    expect(fold('Énergie ÀÇ')).toBe('energie ac');
    expect(find(all, 'energie', 9).map((each) => each.title)).toEqual(['Énergie du Nord']);
  });

  it('puts first what begins with the query, then what a word of begins with it', () => {
    expect(find(all, 'nord', 9).map((each) => each.title)).toEqual([
      'Nordic Energy Partners',
      'Énergie du Nord',
      'Lieve van der Straeten',
    ]);
  });

  it('wants every word, in the title or in the detail', () => {
    expect(find(all, 'lieve export', 9).map((each) => each.id)).toEqual(['Lieve van der Straeten']);
    expect(score(all[1]!, 'nord flanders')).toBe(0);
  });

  it('offers actions before anything is typed, and no more than asked', () => {
    expect(find(all, '  ', 9).map((each) => each.kind)).toEqual(['action']);
    expect(find(all, 'e', 2)).toHaveLength(2);
  });
});
