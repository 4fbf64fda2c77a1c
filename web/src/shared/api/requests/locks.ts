import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { Locks } from '../generated';

export const locks_read = (): Read<Locks> => ({ key: 'locks', fetch: () => client.locks() });
