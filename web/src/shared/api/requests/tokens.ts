import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { MadeToken, NewToken, TokenRow } from '../generated';

export const tokens_read = (): Read<TokenRow[]> => ({
  key: 'tokens',
  fetch: () => client.tokens(),
});
export const add_token = (token: NewToken): Promise<MadeToken> => client.add_token(token);
export const remove_token = (id: string): Promise<TokenRow[]> => client.remove_token(id);
