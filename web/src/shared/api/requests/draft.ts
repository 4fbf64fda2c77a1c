import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { DraftPage } from '../generated';
import { attention_read } from './attention';

/** The draft; null where there is none, or none for this reader. */
export const draft_read = (): Read<DraftPage | null> => ({
  key: 'draft',
  fetch: async () => ((await attention_read().fetch())?.draft_waits ? client.draft_page() : null),
});
