import { client } from '../client';
import type { Granted } from '../generated';

/** Makes the change that was announced the next published version. */
export const grant_wish = (wish: string, token: string, reason: string): Promise<Granted> =>
  client.grant_wish(wish, { token, reason, publish: true });
