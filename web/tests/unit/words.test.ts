import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as api from '$shared/api/generated';
import { type Message, placeholders } from '$shared/words/message';

type Words = Record<string, Message>;
const files = import.meta.glob<{ default: Words }>('../../src/shared/words/*/*.ts', {
  eager: true,
});
/** All words of a language: those that are there from the start, and those of later screens. */
function all_of(language: string): Words {
  const of = Object.keys(files).filter((path) => path.includes(`/words/${language}/`));
  return Object.assign({}, ...of.map((path) => files[path]!.default)) as Words;
}
const english = all_of('en');
const catalogues: Record<string, Words> = { fr: all_of('fr'), nl: all_of('nl'), de: all_of('de') };
const keys = Object.keys(english).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((file) => {
    const path = join(folder, file.name);
    if (file.isDirectory()) return file.name === 'words' ? [] : sources(path);
    return /\.(ts|svelte)$/.test(file.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe.each(Object.entries(catalogues))('the catalogue of %s', (_, catalogue) => {
  it('has the keys of all others', () => {
    expect(Object.keys(catalogue).sort()).toEqual(keys);
  });

  it('fills the same placeholders as the others', () => {
    const different = keys.filter(
      (key) => `${placeholders(catalogue[key]!)}` !== `${placeholders(english[key]!)}`,
    );
    expect(different).toEqual([]);
  });

  it('has plural forms where the others have them', () => {
    const different = keys.filter((key) => typeof catalogue[key] !== typeof english[key]);
    expect(different).toEqual([]);
  });

  it('leaves nothing unsaid', () => {
    for (const key of keys) expect(JSON.stringify(catalogue[key])).not.toMatch(/""|undefined/);
  });
});

describe('the words of the API', () => {
  const vocabularies: [string, readonly string[]][] = [
    ['activity_kind', api.activity_kind_words],
    ['agreement_kind', api.agreement_kind_words],
    ['agreement_status', api.agreement_status_words],
    ['cause', api.cause_words],
    ['organisation_kind', api.organisation_kind_words],
    ['person_role', api.person_role_words],
    ['region', api.region_words],
    ['role', api.role_words],
    ['side', api.side_words],
    ['size', api.company_size_words],
    ['visibility', api.visibility_words],
    ['wish_level', api.wish_level_words],
  ];

  it.each(vocabularies)('are all worded: %s', (prefix, words) => {
    for (const word of words) expect(keys).toContain(`${prefix}.${word}`);
  });
});

it('no sentence is kept that nothing says', () => {
  const text = sources(fileURLToPath(new URL('../../src', import.meta.url))).join('\n');
  const prefixes = [...text.matchAll(/say(?:_word)?\(\s*[`']([a-z_]+)(?:\.\$\{|')/g)].map(
    (found) => found[1]!,
  );
  const prefixed = new Set([...prefixes, 'region', 'size', 'organisation_kind']);
  const unused = keys.filter(
    (key) => !text.includes(`'${key}'`) && !prefixed.has(key.slice(0, key.indexOf('.'))),
  );
  expect(unused).toEqual([]);
});

it('each sentence stands in one file of its language', () => {
  const folder = fileURLToPath(new URL('../../src/shared/words/en', import.meta.url));
  const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const written = [...text.join('\n').matchAll(/^ {2}'([^']+)':/gm)].map(
    (found) => found[1]!,
  );
  expect(written.sort()).toEqual(keys);
});
