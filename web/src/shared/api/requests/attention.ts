import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { Attention } from '../generated';

/** What waits for the office; null for readers who are not of it. */
export const attention_read = (): Read<Attention | null> => ({
  key: 'attention',
  fetch: async () => ((await client.session()).may_plan ? client.attention() : null),
});
