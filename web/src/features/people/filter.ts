import type { PersonRow } from '$shared/api/generated';

export interface Filter {
  q: string;
  role: string;
  region: string;
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The people whose name, organisation or function has every word, of the role and region. */
export function filtered(
  rows: PersonRow[],
  filter: Filter,
  words_of: (row: PersonRow) => string,
): PersonRow[] {
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (filter.role && row.role !== filter.role) return false;
    if (filter.region && row.region !== filter.region) return false;
    const text = fold(words_of(row));
    return words.every((word) => text.includes(word));
  });
}

/** The last word of a name decides its place, so that "Lieve van der Straeten" is under S. */
export function sort_key(name: string): string {
  const parts = name.split(' ');
  return `${parts.at(-1)} ${parts.slice(0, -1).join(' ')}`;
}
