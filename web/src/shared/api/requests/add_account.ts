import { client } from '../client';
import type { AccountRow, NewAccount } from '../generated';

export const add_account = (account: NewAccount): Promise<AccountRow> => client.add_account(account);
