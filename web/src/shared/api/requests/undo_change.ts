import { client } from '../client';
import type { Published } from '../generated';

/** Takes back one's own change of that number in the log; what came later stays. */
export const undo_change = (number: number): Promise<Published> =>
  client.undo_change_of_number(String(number));
