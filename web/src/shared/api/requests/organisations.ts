import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { OrganisationRow } from '../generated';

export const organisations_read = (): Read<OrganisationRow[]> => ({
  key: 'organisations',
  fetch: () => client.organisations(),
});
