import { client } from '../client';
import type { ChangeOrder, Published } from '../generated';

export const apply_change = (order: ChangeOrder): Promise<Published> => client.apply_change(order);
