import type { OrganisationRow, PersonRow, Programme } from '$shared/api/generated';
import { plain } from '$shared/words/words.svelte';
import type { Field } from './kinds';

export interface Choice {
  key: string;
  name: string;
}

/** What is known for each field that takes a key, with its name in the reader's language. */
export function choices_of(
  programme: Programme | undefined,
  organisations: OrganisationRow[] | undefined,
  people: PersonRow[] | undefined,
): Partial<Record<Field, Choice[]>> {
  const companies = (organisations ?? []).map((row) => ({ key: row.id, name: plain(row.name) }));
  return {
    activity: (programme?.entries ?? []).map((row) => ({ key: row.id, name: plain(row.title) })),
    session: (programme?.sessions ?? []).map((row) => ({ key: row.id, name: plain(row.name) })),
    room: (programme?.places ?? []).map((row) => ({ key: row.id, name: plain(row.name) })),
    organisation: companies,
    counterpart: companies,
    person: (people ?? []).map((row) => ({ key: row.id, name: plain(row.name) })),
  };
}
