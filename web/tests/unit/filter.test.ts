import { describe, expect, it } from 'vitest';
import type { OrganisationRow, PersonRow } from '$shared/api/generated';
import { filtered as organisations, type Filter } from '$features/organisations/filter';
import { filtered as people, sort_key } from '$features/people/filter';

const row = (name: string, changes: Partial<OrganisationRow> = {}): OrganisationRow => ({
  id: name,
  name,
  kind: 'company',
  side: 'delegation',
  region: 'flanders',
  size: 'small',
  country: 'BE',
  sectors: ['space'],
  people: 1,
  meetings: 0,
  wishes_asked: 0,
  wishes_granted: 0,
  counts_known: true,
  invented: true,
  ...changes,
});
const all = [
  row('Énergie du Nord', { region: 'wallonia' }),
  row('Orbit', { kind: 'academic', size: 'unknown' }),
  row('Halcyon', { side: 'counterpart', region: 'none', sectors: ['clean', 'space'] }),
];
const none: Filter = { q: '', kind: '', region: '', size: '', sector: '', side: '' };
const found = (filter: Partial<Filter>) =>
  organisations(all, { ...none, ...filter }, (each) => String(each.name)).map((each) => each.id);

describe('the list of organisations', () => {
  it('is whole without a filter and keeps its order', () => {
    expect(found({})).toEqual(['Énergie du Nord', 'Orbit', 'Halcyon']);
  });

  it('is narrowed by each word, and by all together', () => {
    expect(found({ q: 'nord energie' })).toEqual(['Énergie du Nord']);
    expect(found({ kind: 'academic' })).toEqual(['Orbit']);
    expect(found({ side: 'counterpart' })).toEqual(['Halcyon']);
    expect(found({ sector: 'clean' })).toEqual(['Halcyon']);
    expect(found({ sector: 'space', region: 'wallonia' })).toEqual(['Énergie du Nord']);
    expect(found({ size: 'large' })).toEqual([]);
  });
});

describe('the list of people', () => {
  const person = { id: 'P1', name: 'Lieve van der Straeten', role: 'delegate', region: 'flanders' };

  it('is searched by name, function and organisation, narrowed by role and region', () => {
    const rows = [person as PersonRow];
    const words = () => 'Lieve van der Straeten Head of export Orbit';
    const filter = { q: '', role: '', region: '' };
    expect(people(rows, { ...filter, q: 'orbit lieve' }, words)).toHaveLength(1);
    expect(people(rows, { ...filter, role: 'press' }, words)).toHaveLength(0);
    expect(people(rows, { ...filter, region: 'brussels' }, words)).toHaveLength(0);
  });

  it('is ordered by the last word of the name', () => {
    expect(sort_key('Lieve van der Straeten')).toBe('Straeten Lieve van der');
  });
});
