import { client } from '../client';
import type { SessionRow } from '../generated';

export const end_session = (id: string): Promise<SessionRow[]> => client.end_session(id);
