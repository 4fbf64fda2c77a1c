import { client } from '../client';
import type { Published } from '../generated';

/** Takes back one's own last change of the plan. */
export const undo_last_change = (): Promise<Published> => client.undo_change();
