import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { PersonPage } from '../generated';

export const person_read = (id: string): Read<PersonPage> => ({
  key: `person ${id}`,
  fetch: () => client.person_page(id),
});
