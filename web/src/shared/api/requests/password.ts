import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { PasswordState, Session } from '../generated';

export const password_read = (): Read<PasswordState> => ({
  key: 'password',
  fetch: () => client.password_state(),
});
export const set_password = (current: string, password: string): Promise<PasswordState> =>
  client.set_password({ current, password });
export const remove_password = (): Promise<PasswordState> => client.remove_password();
export const set_password_use = (used: boolean): Promise<PasswordState> =>
  client.set_password_use({ used });
export const sign_in_by_password = (mail: string, password: string): Promise<Session> =>
  client.sign_in_by_password({ mail, password });
