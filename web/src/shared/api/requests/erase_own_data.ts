import { client } from '../client';
import type { ErasedData } from '../generated';

export const erase_own_data = (person: string): Promise<ErasedData> =>
  client.erase_own_data(person);
