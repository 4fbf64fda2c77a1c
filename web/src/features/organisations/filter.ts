import type { OrganisationRow } from '$shared/api/generated';

/** What the list is narrowed to; an empty word narrows nothing. */
export interface Filter {
  q: string;
  kind: string;
  region: string;
  size: string;
  sector: string;
  side: string;
}
export const filter_names = ['q', 'side', 'kind', 'region', 'size', 'sector'] as const;

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The organisations that answer to every word of the filter, in the order given. */
export function filtered(
  rows: OrganisationRow[],
  filter: Filter,
  name_of: (row: OrganisationRow) => string,
): OrganisationRow[] {
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (!filter.kind || row.kind === filter.kind) &&
      (!filter.region || row.region === filter.region) &&
      (!filter.size || row.size === filter.size) &&
      (!filter.side || row.side === filter.side) &&
      (!filter.sector || row.sectors.includes(filter.sector)) &&
      words.every((word) => fold(name_of(row)).includes(word)),
  );
}
