import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { RemarkRow } from '../generated';

export const all_remarks_read = (): Read<RemarkRow[]> => ({
  key: 'all remarks',
  fetch: () => client.all_remarks(),
});
