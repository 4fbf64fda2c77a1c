import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { RemarkRow } from '../generated';

/** What delegates said; nothing for readers who are not of the office. */
export const all_remarks_read = (): Read<RemarkRow[]> => ({
  key: 'all remarks',
  fetch: async () => ((await client.session()).may_plan ? client.all_remarks() : []),
});
