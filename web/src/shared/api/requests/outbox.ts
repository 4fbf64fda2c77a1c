import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { Outbox } from '../generated';

export const outbox_read = (): Read<Outbox> => ({
  key: 'outbox',
  fetch: () => client.outbox(),
});
