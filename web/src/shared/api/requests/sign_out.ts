import { client } from '../client';
import type { Session } from '../generated';

export const sign_out = (): Promise<Session> => client.sign_out();
