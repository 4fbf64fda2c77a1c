import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { ProviderLink, ProviderPage } from '../generated';

export const provider_links_read = (): Read<ProviderLink[]> => ({
  key: 'provider_links',
  fetch: () => client.provider_links(),
});
export const begin_provider_link = (id: string): Promise<ProviderPage> =>
  client.begin_provider_link(id);
export const remove_provider_link = (id: string): Promise<ProviderLink[]> =>
  client.remove_provider_link(id);
