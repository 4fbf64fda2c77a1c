import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { Remark, Saying } from '../generated';

const path = '/api/me/remarks';

export const remarks_read = (): Read<Remark[]> => ({
  key: 'remarks',
  fetch: () => client.remarks(),
});

/** Says it, unless the remarks have changed since they were read last. */
export function keep_remark(saying: Saying): Promise<Remark[]> {
  const if_match = client.etag_of(path);
  return client.keep_remark(saying, if_match ? { if_match } : {});
}
