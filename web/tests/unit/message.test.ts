// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { fill, number_in } from '$shared/words/message';
import { country, first_language, plain, speak, wording } from '$shared/words/words.svelte';

describe('a message', () => {
  const message = { one: '{count} wish of {asked}', other: '{count} wishes of {asked}' };

  it('takes the plural form of the language', () => {
    expect(fill('en', message, { count: 1, asked: 3 })).toBe('1 wish of 3');
    expect(fill('en', message, { count: 0, asked: 3 })).toBe('0 wishes of 3');
    expect(fill('fr', message, { count: 0, asked: 3 })).toBe('0 wish of 3');
  });

  it('writes numbers in the digits of the language', () => {
    expect(fill('nl', '{n}', { n: 2214 })).toBe('2.214');
    expect(fill('en', '{n}', { n: 2214 })).toBe('2,214');
    expect(number_in('fr', 2214)).toMatch(/^2[\s\u202f\u00a0]214$/);
    expect(number_in('de', 0.7, 1)).toBe('0,7');
  });

  it('keeps a placeholder that nothing fills, so that it is seen', () => {
    expect(fill('en', 'at {time}')).toBe('at {time}');
  });
});

describe('the first language', () => {
  it('is that of the address, then the one chosen before, then the browser’s', () => {
    expect(first_language('?lang=de', 'fr', ['nl'])).toBe('de');
    expect(first_language('', 'fr', ['nl'])).toBe('fr');
    expect(first_language('', null, ['pt-BR', 'nl-BE'])).toBe('nl');
    expect(first_language('?lang=xx', null, ['pt'])).toBe('en');
  });
});

describe('a text of the mission', () => {
  it('is told in the reader’s language, else with the language that it is in', async () => {
    await speak('nl');
    expect(wording({ nl: 'Brussel', en: 'Brussels' })).toEqual({ text: 'Brussel', lang: '' });
    expect(wording({ fr: 'Bruxelles' })).toEqual({ text: 'Bruxelles', lang: 'fr' });
    expect(plain('Halcyon')).toBe('Halcyon');
    expect([country('US'), country('')]).toEqual(['Verenigde Staten', '']);
    expect(document.documentElement.lang).toBe('nl');
  });
});
