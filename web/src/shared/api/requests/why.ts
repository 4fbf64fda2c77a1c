import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { WhyPage } from '../generated';

export const why_read = (wish: string): Read<WhyPage> => ({
  key: `why ${wish}`,
  fetch: () => client.why_page(wish),
});
