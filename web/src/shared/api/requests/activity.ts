import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { ActivityPage } from '../generated';

export const activity_read = (id: string): Read<ActivityPage> => ({
  key: `activity ${id}`,
  fetch: () => client.activity_page(id),
});
