import { client } from '../client';
import type { Published } from '../generated';

export const undo_change = (): Promise<Published> => client.undo_change();
