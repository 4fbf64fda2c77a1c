import { client } from '../client';
import type { AccountRow } from '../generated';

export const end_account = (id: string): Promise<AccountRow[]> => client.end_account(id);
