import { client } from '../client';
import type { AccountRow } from '../generated';

export const reset_passkeys = (id: string): Promise<AccountRow[]> => client.reset_passkeys(id);
