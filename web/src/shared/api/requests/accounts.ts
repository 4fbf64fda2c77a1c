import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { AccountRow } from '../generated';

export const accounts_read = (): Read<AccountRow[]> => ({
  key: 'accounts',
  fetch: () => client.accounts(),
});
