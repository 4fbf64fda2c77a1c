import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { ChangePage } from '../generated';

export const changes_read = (after: string | null): Read<ChangePage> => ({
  key: `changes ${after ?? ''}`,
  fetch: () => client.changes({ after }),
});
