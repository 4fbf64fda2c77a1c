import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { RegisterRow, WantedStep } from '../generated';

export const register_read = (): Read<RegisterRow[]> => ({
  key: 'register',
  fetch: () => client.register_page(),
});
export const step_agreement = (id: string, step: WantedStep): Promise<RegisterRow[]> =>
  client.step_agreement(id, step);
