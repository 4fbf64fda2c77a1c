import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { NewProvider, ProviderRow } from '../generated';

export const providers_read = (): Read<ProviderRow[]> => ({
  key: 'providers',
  fetch: () => client.providers(),
});
export const add_provider = (wanted: NewProvider): Promise<ProviderRow[]> =>
  client.add_provider(wanted);
export const remove_provider = (id: string): Promise<ProviderRow[]> => client.remove_provider(id);
