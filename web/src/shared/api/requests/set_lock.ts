import { client } from '../client';
import type { Locks } from '../generated';

/** Locks "activity/A12" or "meeting/O1/C2" against changes, or takes that back. */
export const set_lock = (lock: string, locked: boolean): Promise<Locks> =>
  locked ? client.lock({ lock }) : client.unlock({ lock });
