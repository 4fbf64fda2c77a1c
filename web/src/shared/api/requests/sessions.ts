import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { SessionRow } from '../generated';

export const sessions_read = (): Read<SessionRow[]> => ({
  key: 'sessions',
  fetch: () => client.sessions(),
});
