import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { OrganisationPage } from '../generated';

export const organisation_read = (id: string): Read<OrganisationPage> => ({
  key: `organisation ${id}`,
  fetch: () => client.organisation_page(id),
});
