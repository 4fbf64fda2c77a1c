import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { PurgeRow } from '../generated';

export const purges_read = (): Read<PurgeRow[]> => ({
  key: 'purges',
  fetch: () => client.purges(),
});
