import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { PersonRow } from '../generated';

export const people_read = (): Read<PersonRow[]> => ({
  key: 'people',
  fetch: () => client.people(),
});
