import { client } from '../client';
import type { Session, ViewAs } from '../generated';

export const view_as = (role: ViewAs): Promise<Session> => client.view_as(role);
