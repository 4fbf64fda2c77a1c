import type { OrganisationPage, OrganisationRow } from '$shared/api/generated';

/** An organisation that one could meet, and why. */
export interface Partner {
  row: OrganisationRow;
  /** The sectors of both. */
  sectors: string[];
  /** In one's agenda. */
  met: boolean;
  /** The level at which one's organisation wishes for it in the plan; empty: it does not. */
  planned: string;
}

/** Those of the other side, the ones with most in common first. */
export function partners_of(rows: OrganisationRow[], own: OrganisationPage): Partner[] {
  const other = own.row.side === 'counterpart' ? 'delegation' : 'counterpart';
  const met = new Set(own.agenda.map((each) => each.with_organisation?.id));
  const wish = (id: string) => own.wishes.find((each) => each.counterpart?.id === id);
  return rows
    .filter((row) => row.side === other)
    .map((row) => ({
      row,
      sectors: row.sectors.filter((sector) => own.row.sectors.includes(sector)),
      met: met.has(row.id),
      planned: wish(row.id)?.level ?? '',
    }))
    .sort((a, b) => b.sectors.length - a.sectors.length || (a.row.id < b.row.id ? -1 : 1));
}

/** What the one offers and the other seeks, both ways: the reasons of a meeting. */
export function reasons_of(own: OrganisationPage, other: OrganisationPage) {
  const common = (a: OrganisationPage['offers'], b: OrganisationPage['seeks']) =>
    a.filter((topic) => b.some((each) => each.id === topic.id));
  return { they_offer: common(other.offers, own.seeks), they_seek: common(other.seeks, own.offers) };
}
