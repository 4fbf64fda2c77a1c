import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { Placements } from '../generated';

export const placements_read = (): Read<Placements> => ({
  key: 'placements',
  fetch: () => client.placements(),
});
