import { client } from '../client';
import type { PasskeyRow } from '../generated';

export const remove_passkey = (id: string): Promise<PasskeyRow[]> => client.remove_passkey(id);
