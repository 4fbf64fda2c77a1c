import type { AgreementStatus, RegisterRow } from '$shared/api/generated';
import { plain } from '$shared/words/words.svelte';

/** The order of the register, as its filter offers it. */
export const statuses: readonly AgreementStatus[] = [
  'draft',
  'legal',
  'announced',
  'agreed',
  'ready',
  'signed',
  'published',
  'withdrawn',
];

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The rows that answer to every word, status and ceremony; empty words narrow nothing. */
export function filtered(
  rows: RegisterRow[],
  query: string,
  status: string,
  ceremony: string,
): RegisterRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const text_of = ({ row }: RegisterRow) =>
    fold([row.id, plain(row.title), ...row.home_parties, ...row.foreign_parties].join(' '));
  return rows.filter(
    (each) =>
      (!status || each.row.status === status) &&
      (!ceremony || each.ceremony?.id === ceremony) &&
      words.every((word) => text_of(each).includes(word)),
  );
}

/** In the order of signing; those without a turn come last. */
export const in_turn = (rows: RegisterRow[]): RegisterRow[] =>
  [...rows].sort((a, b) => (a.ceremony_order || 1e6) - (b.ceremony_order || 1e6));
