import { client } from '../client';
import type { OwnData } from '../generated';

export const own_data = (person: string): Promise<OwnData> =>
  client.own_data(person);
