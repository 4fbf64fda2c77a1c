import { client } from '../client';
import type { NewPasskey, PasskeyQuestion, Session } from '../generated';

export const begin_passkey = (): Promise<PasskeyQuestion> => client.begin_passkey();
export const add_passkey = (passkey: NewPasskey): Promise<Session> => client.add_passkey(passkey);
