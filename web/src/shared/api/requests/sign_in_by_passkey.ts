import { client } from '../client';
import type { PasskeyEntry, PasskeyQuestion, Session } from '../generated';

export const begin_passkey_sign_in = (): Promise<PasskeyQuestion> => client.begin_passkey_sign_in();
export const sign_in_by_passkey = (entry: PasskeyEntry): Promise<Session> =>
  client.sign_in_by_passkey(entry);
