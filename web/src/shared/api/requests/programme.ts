import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { Programme } from '../generated';

export const programme_read = (): Read<Programme> => ({
  key: 'programme',
  fetch: () => client.programme(),
});
