import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { Session } from '../generated';

export const session_read = (): Read<Session> => ({
  key: 'session',
  fetch: () => client.session(),
});
