import { client } from '../client';
import type { Session } from '../generated';

export const sign_in_by_link = (link: string): Promise<Session> => client.sign_in_by_link({ link });
