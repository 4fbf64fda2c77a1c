import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { MissionPage } from '../generated';

export const mission_read = (): Read<MissionPage> => ({
  key: 'mission',
  fetch: () => client.mission_page(),
});
