import { client } from '../client';
import type { Session } from '../generated';

export const end_view_as = (): Promise<Session> => client.end_view_as();
