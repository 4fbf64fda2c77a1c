import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { PasskeyRow } from '../generated';

export const passkeys_read = (): Read<PasskeyRow[]> => ({
  key: 'passkeys',
  fetch: () => client.passkeys(),
});
