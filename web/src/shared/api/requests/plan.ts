import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { PlanPage } from '../generated';

export const plan_read = (): Read<PlanPage> => ({
  key: 'plan',
  fetch: () => client.plan_page(),
});
