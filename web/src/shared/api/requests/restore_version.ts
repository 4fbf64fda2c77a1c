import { client } from '../client';
import type { DraftPage } from '../generated';

/** Takes an earlier version of the plan as the draft. */
export const restore_version = (version: number): Promise<DraftPage> =>
  client.restore_version(String(version));
