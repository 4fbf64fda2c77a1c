import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { Figure } from '../generated';

export const figures_read = (): Read<Figure[]> => ({
  key: 'figures',
  fetch: () => client.figures(),
});
